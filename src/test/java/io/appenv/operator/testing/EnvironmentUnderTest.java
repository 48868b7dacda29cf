package io.appenv.operator.testing;

import io.appenv.operator.api.v1alpha1.AppEnvironment;
import io.appenv.operator.api.v1alpha1.AppEnvironmentStatus;
import io.appenv.operator.api.v1alpha1.PlanStatus;
import io.appenv.operator.api.v1alpha1.ResourceStatus;
import io.appenv.operator.sandbox.OperatorProcess;
import io.appenv.operator.sandbox.RunningOperator;
import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** One environment in a namespace of its own, handled as its owner handles it. */
public final class EnvironmentUnderTest {

  /** Longer than anything takes here; what is waited for is a condition, never the time. */
  public static final Duration PATIENCE = Duration.ofSeconds(90);

  /** The namespaces of these environments, in whatever text they are named. */
  static final Pattern NAMESPACE = Pattern.compile("\\bt-[0-9a-f]{8}\\b");

  private final KubernetesClient client;
  private final String namespace;
  private final String name;
  private final Patience patience;

  private EnvironmentUnderTest(
      KubernetesClient client, String namespace, String name, Patience patience) {
    this.client = client;
    this.namespace = namespace;
    this.name = name;
    this.patience = patience;
  }

  /** The same, waited for longer while its operator is killed again and again. */
  EnvironmentUnderTest through(RunningOperator operator) {
    return new EnvironmentUnderTest(client, namespace, name, new Patience(operator::lastStart));
  }

  /** Applies one of {@code deploy/overlays} in a new namespace. */
  public static EnvironmentUnderTest ofOverlay(KubernetesClient client, String overlay) {
    return ofOverlay(client, overlay, "{}");
  }

  /**
   * Applies one of {@code deploy/overlays} with a change.
   *
   * @param patch JSON or YAML merge patch of the manifest
   */
  public static EnvironmentUnderTest ofOverlay(
      KubernetesClient client, String overlay, String patch) {
    var environment = inNewNamespace(client, overlay);
    environment.apply(patch);
    return environment;
  }

  /** A new namespace, in which nothing is applied yet. */
  public static EnvironmentUnderTest inNewNamespace(KubernetesClient client, String overlay) {
    var namespace = "t-" + UUID.randomUUID().toString().substring(0, 8);
    client
        .resource(
            new NamespaceBuilder()
                .withNewMetadata()
                .withName(namespace)
                .withLabels(Map.of("pod-security.kubernetes.io/enforce", "restricted"))
                .endMetadata()
                .build())
        .create();
    return new EnvironmentUnderTest(client, namespace, overlay, Patience.withoutDeaths());
  }

  private static String manifest(String overlay) {
    try {
      return Files.readString(Path.of("deploy/overlays", overlay, "environment.yaml"));
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  /** Applies the overlay, changed by a merge patch of the manifest in JSON or YAML. */
  public void apply(String patch) {
    var json = Serialization.asJson(yaml(manifest(name)));
    var merged = MergePatch.apply(json, Serialization.asJson(yaml(patch)));
    var environment = Serialization.unmarshal(merged, AppEnvironment.class);
    environment.getMetadata().setNamespace(namespace);
    environment.getMetadata().setName(name);
    client.resource(environment).create();
  }

  private static Object yaml(String text) {
    return Serialization.unmarshal(text, Map.class);
  }

  public String namespace() {
    return namespace;
  }

  public String name() {
    return name;
  }

  public KubernetesClient client() {
    return client;
  }

  /** What the names of this environment's AWS resources begin with. */
  public String awsPrefix() {
    return "appenv-" + namespace + "-" + name;
  }

  public Resource<AppEnvironment> resource() {
    return client.resources(AppEnvironment.class).inNamespace(namespace).withName(name);
  }

  public Optional<AppEnvironment> find() {
    return Optional.ofNullable(resource().get());
  }

  public AppEnvironment get() {
    return resource().require();
  }

  public AppEnvironmentStatus status() {
    return Optional.ofNullable(get().getStatus()).orElseGet(AppEnvironmentStatus::empty);
  }

  /** Changes the spec as {@code kubectl patch --type=merge} does; given as YAML. */
  public void patchSpec(String yaml) {
    var patch = Serialization.asJson(Map.of("spec", yaml(yaml)));
    resource().patch(PatchContext.of(PatchType.JSON_MERGE), patch);
  }

  /** As {@code kubectl annotate} does. */
  public void annotate(String key, String value) {
    var patch = Map.of("metadata", Map.of("annotations", Map.of(key, value)));
    resource().patch(PatchContext.of(PatchType.JSON_MERGE), Serialization.asJson(patch));
  }

  /** Changes the object as {@code kubectl patch --type=json} does; given as YAML. */
  public void patchJson(String yaml) {
    var patch = Serialization.asJson(Serialization.unmarshal(yaml, List.class));
    resource().patch(PatchContext.of(PatchType.JSON), patch);
  }

  public Optional<Condition> condition(String type) {
    return condition(get(), type);
  }

  private static Optional<Condition> condition(AppEnvironment environment, String type) {
    return Optional.ofNullable(environment.getStatus()).stream()
        .flatMap(status -> status.conditions().stream())
        .filter(condition -> condition.getType().equals(type))
        .findFirst();
  }

  /** Waits until Ready is true for the generation that is stored now. */
  public AppEnvironment awaitReady() {
    return await("Ready of " + this, it -> isReady(it));
  }

  public boolean isReady() {
    return isReady(get());
  }

  static boolean isReady(AppEnvironment environment) {
    return condition(environment, "Ready")
        .filter(it -> it.getStatus().equals("True"))
        .filter(it -> environment.getMetadata().getGeneration().equals(it.getObservedGeneration()))
        .isPresent();
  }

  /** The hash of a plan of which something waits for a person. */
  static Optional<String> hashToApprove(AppEnvironment environment) {
    return Optional.ofNullable(environment.getStatus())
        .flatMap(status -> Optional.ofNullable(status.plan()))
        .filter(plan -> plan.actions().stream().anyMatch(it -> it.when().equals("after approval")))
        .map(PlanStatus::hash);
  }

  /** Waits until something waits for a person, and approves the plan as kubectl does. */
  public void approve() {
    var waiting = await("a plan to approve of " + this, it -> hashToApprove(it).isPresent());
    annotate(AppEnvironment.APPROVE, hashToApprove(waiting).orElseThrow());
  }

  /** Ready, with nothing that AWS still holds back. */
  static boolean isAvailable(AppEnvironment environment) {
    return isReady(environment)
        && environment.getStatus().conditions().stream()
            .noneMatch(condition -> condition.getReason().equals("PendingMaintenance"));
  }

  /** Waits until a condition gives this reason. */
  public Condition awaitReason(String type, String reason) {
    var found =
        await(
            "%s of %s to be %s".formatted(type, this, reason),
            it -> condition(it, type).filter(is -> is.getReason().equals(reason)).isPresent());
    return condition(found, type).orElseThrow();
  }

  /** Waits for an event of this reason: it is written after the status that tells the same. */
  public void awaitEvent(String reason) {
    await(
        "an event %s of %s".formatted(reason, this),
        _ -> events().stream().anyMatch(it -> it.startsWith(reason + ": ")));
  }

  /** Waits for whatever is true of the stored object, and tells its state when it never is. */
  public AppEnvironment await(String what, Predicate<AppEnvironment> condition) {
    return patience.await(what, this::get, condition).orElseThrow(() -> inVain(what));
  }

  private AssertionError inVain(String what) {
    return new AssertionError("Waited in vain for %s:%n%s".formatted(what, story()));
  }

  /** Conditions, plan and events, for a person who asks why a test failed. */
  public String story() {
    var status = status();
    var lines = new ArrayList<String>();
    lines.add("generation " + get().getMetadata().getGeneration());
    status
        .conditions()
        .forEach(
            it ->
                lines.add(
                    "%s=%s (%d) %s: %s"
                        .formatted(
                            it.getType(),
                            it.getStatus(),
                            it.getObservedGeneration(),
                            it.getReason(),
                            it.getMessage())));
    lines.add("plan " + status.plan());
    lines.addAll(events());
    return String.join(System.lineSeparator(), lines);
  }

  /** Waits until the operator has announced a database, and tells its identifier. */
  public String awaitDatabaseName() {
    return nameOf(
            await("a database of " + this, it -> nameOf(it, "DBInstance").isPresent()),
            "DBInstance")
        .orElseThrow();
  }

  private static Optional<String> nameOf(AppEnvironment environment, String kind) {
    return Optional.ofNullable(environment.getStatus()).stream()
        .flatMap(status -> status.inventory().stream())
        .filter(row -> row.kind().equals(kind))
        .map(ResourceStatus::name)
        .findFirst();
  }

  /** Asks for the deletion and does not wait. */
  public void delete() {
    resource().delete();
  }

  /**
   * Takes the finalizer away by hand, as the guide warns of, and deletes it. The operator stands
   * still meanwhile: it would put the finalizer back if it had a pass in between.
   */
  public void abandon(OperatorProcess operator) {
    operator.freeze();
    try {
      abandonUnseen();
      awaitGone();
    } finally {
      operator.thaw();
    }
  }

  /** The same where no operator sees it. */
  public void abandonUnseen() {
    resource().patch(PatchContext.of(PatchType.JSON_MERGE), "{\"metadata\":{\"finalizers\":null}}");
    delete();
  }

  public void awaitGone() {
    var what = "the end of " + this;
    if (patience.await(what, this::find, Optional::isEmpty).isEmpty()) {
      throw inVain(what);
    }
  }

  /** Reasons and messages of the Kubernetes events about it. */
  public List<String> events() {
    return client.v1().events().inNamespace(namespace).list().getItems().stream()
        .filter(event -> name.equals(event.getInvolvedObject().getName()))
        .map(event -> event.getReason() + ": " + event.getMessage())
        .toList();
  }

  @Override
  public String toString() {
    return namespace + "/" + name;
  }
}
