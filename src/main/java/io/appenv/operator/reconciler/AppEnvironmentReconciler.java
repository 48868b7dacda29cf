package io.appenv.operator.reconciler;

import io.appenv.operator.api.v1alpha1.AppEnvironment;
import io.appenv.operator.api.v1alpha1.AppEnvironmentStatus;
import io.appenv.operator.dependent.DeploymentDependent;
import io.appenv.operator.dependent.HorizontalPodAutoscalerDependent;
import io.appenv.operator.dependent.IngressDependent;
import io.appenv.operator.dependent.NetworkPolicyDependent;
import io.appenv.operator.dependent.PackedStore;
import io.appenv.operator.dependent.PodDisruptionBudgetDependent;
import io.appenv.operator.dependent.SecretDependent;
import io.appenv.operator.dependent.SecurityGroupPoliciesServed;
import io.appenv.operator.dependent.SecurityGroupPolicyDependent;
import io.appenv.operator.dependent.ServiceAccountDependent;
import io.appenv.operator.dependent.ServiceDependent;
import io.appenv.operator.dependent.StatefulSetDependent;
import io.appenv.operator.model.DriftMemory;
import io.appenv.operator.model.Observed;
import io.appenv.operator.model.Plan;
import io.appenv.operator.observability.CertificateExpiry;
import io.appenv.operator.observability.ConditionGauges;
import io.appenv.operator.status.StatusFactory;
import io.appenv.operator.status.StatusInput;
import io.javaoperatorsdk.operator.api.config.informer.Informer;
import io.javaoperatorsdk.operator.api.reconciler.Cleaner;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.ControllerConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.DeleteControl;
import io.javaoperatorsdk.operator.api.reconciler.ErrorStatusUpdateControl;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.api.reconciler.Reconciler;
import io.javaoperatorsdk.operator.api.reconciler.UpdateControl;
import io.javaoperatorsdk.operator.api.reconciler.Workflow;
import io.javaoperatorsdk.operator.api.reconciler.dependent.Dependent;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import io.javaoperatorsdk.operator.processing.retry.GradualRetry;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The entry point of every pass. It decides nothing itself: it runs the pass and writes the status
 * when that has something new to say.
 */
@ControllerConfiguration(
    name = AppEnvironmentReconciler.NAME,
    finalizerName = AppEnvironmentReconciler.FINALIZER,
    fieldManager = AppEnvironmentReconciler.FIELD_MANAGER,
    // An approval by annotation raises no generation; EnvironmentUpdates tells what counts.
    generationAwareEventProcessing = false,
    // With comparable resource versions the SDK (5.3.0 to 5.3.4) loses spec changes that others
    // make while a status patch is under way (operator-framework issue 3398).
    informer =
        @Informer(
            comparableResourceVersions = false,
            onUpdateFilter = EnvironmentUpdates.class,
            itemStore = EnvironmentStore.class,
            informerListLimit = PackedStore.PAGE))
@GradualRetry(
    maxAttempts = -1,
    initialInterval = 1_000,
    intervalMultiplier = 2,
    maxInterval = 60_000)
@Workflow(
    explicitInvocation = true,
    handleExceptionsInReconciler = true,
    dependents = {
      @Dependent(
          type = ServiceAccountDependent.class,
          name = AppEnvironmentReconciler.SERVICE_ACCOUNTS),
      @Dependent(type = ServiceDependent.class),
      @Dependent(type = SecretDependent.class, name = AppEnvironmentReconciler.SECRETS),
      // Pods are closed before they are there.
      @Dependent(
          type = NetworkPolicyDependent.class,
          name = AppEnvironmentReconciler.NETWORK_POLICIES),
      // Nothing may depend on this: with the condition not met, that would be taken away.
      @Dependent(
          type = SecurityGroupPolicyDependent.class,
          activationCondition = SecurityGroupPoliciesServed.class),
      @Dependent(
          type = StatefulSetDependent.class,
          dependsOn = AppEnvironmentReconciler.NETWORK_POLICIES),
      // Pods of an account that is not there yet are refused, and pods that read what is not there
      // yet do not start, which would be told as trouble.
      @Dependent(
          type = DeploymentDependent.class,
          dependsOn = {
            AppEnvironmentReconciler.SERVICE_ACCOUNTS,
            AppEnvironmentReconciler.NETWORK_POLICIES,
            AppEnvironmentReconciler.SECRETS
          }),
      @Dependent(type = IngressDependent.class),
      @Dependent(type = HorizontalPodAutoscalerDependent.class),
      @Dependent(type = PodDisruptionBudgetDependent.class)
    })
public class AppEnvironmentReconciler
    implements Reconciler<AppEnvironment>, Cleaner<AppEnvironment> {

  public static final String NAME = "appenvironment";
  public static final String FINALIZER = "appenv.io/finalizer";
  public static final String FIELD_MANAGER = "appenv-operator";
  static final String SERVICE_ACCOUNTS = "service-accounts";
  static final String SECRETS = "secrets";
  static final String NETWORK_POLICIES = "network-policies";

  private final EnvironmentPass environmentPass;
  private final DeletionPass deletionPass;
  private final DataServices dataServices;
  private final Sweeps sweeps;
  private final Orphans orphans;
  private final Ingresses ingresses;
  private final CertificateExpiry certificateExpiry;
  private final ConditionGauges conditions;
  private final RequestFindings requests;
  private final ConfiguredTiers configurations;
  private final ConfigurationReaders readers;
  private final Nodes nodes;
  private final StatusFactory statusFactory;
  private final StatusWriter statusWriter;
  private final InstantSource clock;

  AppEnvironmentReconciler(
      EnvironmentPass environmentPass,
      DeletionPass deletionPass,
      DataServices dataServices,
      Sweeps sweeps,
      Orphans orphans,
      Ingresses ingresses,
      CertificateExpiry certificateExpiry,
      ConditionGauges conditions,
      RequestFindings requests,
      ConfiguredTiers configurations,
      ConfigurationReaders readers,
      Nodes nodes,
      StatusFactory statusFactory,
      StatusWriter statusWriter,
      InstantSource clock) {
    this.environmentPass = environmentPass;
    this.deletionPass = deletionPass;
    this.dataServices = dataServices;
    this.sweeps = sweeps;
    this.orphans = orphans;
    this.ingresses = ingresses;
    this.certificateExpiry = certificateExpiry;
    this.conditions = conditions;
    this.requests = requests;
    this.configurations = configurations;
    this.readers = readers;
    this.nodes = nodes;
    this.statusFactory = statusFactory;
    this.statusWriter = statusWriter;
    this.clock = clock;
  }

  @Override
  public List<EventSource<?, AppEnvironment>> prepareEventSources(
      EventSourceContext<AppEnvironment> context) {
    return Stream.concat(
            Stream.of(
                PodEventSource.create(context),
                OverrideEventSource.create(context),
                nodes.watch(context),
                new SweepEventSource(sweeps, orphans, context),
                new RequestEventSource(requests, context),
                new ConfigurationEventSource(readers, context)),
            ingresses.watch(context).stream())
        .toList();
  }

  @Override
  public UpdateControl<AppEnvironment> reconcile(
      AppEnvironment environment, Context<AppEnvironment> context) {
    statusWriter.refresh(environment);
    var view = view(environment);
    if (view.isPending()) {
      // Nothing is known yet: saying so would make Ready flip at every start of the operator.
      return UpdateControl.noUpdate();
    }
    var result = environmentPass.run(environment, context, view);
    write(environment, result.input());
    var control = UpdateControl.<AppEnvironment>noUpdate();
    result.retryAfter().ifPresent(control::rescheduleAfter);
    return control;
  }

  @Override
  public DeleteControl cleanup(AppEnvironment environment, Context<AppEnvironment> context) {
    statusWriter.refresh(environment);
    requests.forget(ResourceID.fromResource(environment));
    configurations.forget(ResourceID.fromResource(environment));
    nodes.forget(ResourceID.fromResource(environment));
    try {
      return deletion(environment, context);
    } catch (RuntimeException error) {
      // The SDK asks for no status of a deletion that failed; it only tries again.
      write(environment, broken(environment, error));
      throw error;
    }
  }

  private DeleteControl deletion(AppEnvironment environment, Context<AppEnvironment> context) {
    var view = view(environment);
    if (view.isPending()) {
      return DeleteControl.noFinalizerRemoval();
    }
    return switch (deletionPass.run(environment, context)) {
      case DeletionPass.Result.Done _ -> {
        statusWriter.forget(environment);
        certificateExpiry.forget(environment);
        conditions.forget(environment);
        yield DeleteControl.defaultDelete();
      }
      case DeletionPass.Result.Unfinished unfinished -> {
        write(environment, unfinished.input());
        var control = DeleteControl.noFinalizerRemoval();
        unfinished.retryAfter().ifPresent(pause -> control.rescheduleAfter(pause.toMillis()));
        yield control;
      }
    };
  }

  /** An exception is the Kubernetes API's or a defect; the retry goes on for ever either way. */
  @Override
  public ErrorStatusUpdateControl<AppEnvironment> updateErrorStatus(
      AppEnvironment environment, Context<AppEnvironment> context, Exception error) {
    statusWriter.refresh(environment);
    write(environment, broken(environment, error));
    return ErrorStatusUpdateControl.noStatusUpdate();
  }

  private static StatusInput broken(AppEnvironment environment, Exception error) {
    return new StatusInput(
        environment,
        Optional.empty(),
        Observed.unseen(),
        Map.of(),
        Plan.empty(),
        List.of(),
        Optional.empty(),
        List.of(KubernetesFailures.of(error)),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.ofNullable(environment.getStatus()).map(AppEnvironmentStatus::effective),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        DriftMemory.none(),
        environment.isMarkedForDeletion());
  }

  /** Development has no region, and nothing to wait for. */
  private RegionView view(AppEnvironment environment) {
    return Regions.of(environment)
        .map(region -> dataServices.view(region, environment))
        .orElseGet(RegionView::notNeeded);
  }

  private void write(AppEnvironment environment, StatusInput input) {
    statusWriter.writeIfChanged(environment, statusFactory.create(input, clock.instant()));
    certificateExpiry.show(environment);
    conditions.show(environment);
  }
}
