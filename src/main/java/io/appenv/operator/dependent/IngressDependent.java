package io.appenv.operator.dependent;

import io.appenv.operator.api.v1alpha1.AppEnvironment;
import io.appenv.operator.ingress.BalancerAnnotations;
import io.appenv.operator.ingress.EnvironmentIngress;
import io.appenv.operator.model.Blueprint;
import io.appenv.operator.model.Routing;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.processing.dependent.Matcher;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The way into an environment from outside of the cluster. */
public class IngressDependent extends EnvironmentDependent<Ingress> {

  public IngressDependent() {
    super(Ingress.class);
  }

  @Override
  protected Stream<Ingress> wanted(Blueprint blueprint) {
    return EnvironmentIngress.build(blueprint).stream();
  }

  @Override
  protected boolean isHeld(HasMetadata resource, Blueprint blueprint) {
    return blueprint.routing() instanceof Routing.Kept;
  }

  @Override
  public Matcher.Result<Ingress> match(
      Ingress actual,
      Ingress desired,
      AppEnvironment environment,
      Context<AppEnvironment> context) {
    return !isHeld(actual, BlueprintContext.get(context)) && isExtended(actual, desired)
        ? Matcher.Result.nonComputed(false)
        : super.match(actual, desired, environment, context);
  }

  /** What was added where nothing is applied would stay, as it is not the operator's field. */
  @Override
  public Ingress update(
      Ingress actual,
      Ingress desired,
      AppEnvironment environment,
      Context<AppEnvironment> context) {
    if (isExtended(actual, desired)) {
      context
          .getClient()
          .resource(desired)
          .patch(PatchContext.of(PatchType.JSON_MERGE), reduction(actual, desired));
    }
    return super.update(actual, desired, environment, context);
  }

  /** Whether its controller is told more than the manifest says. */
  private static boolean isExtended(Ingress actual, Ingress desired) {
    return actual.getSpec().getDefaultBackend() != null
        || added(actual, desired).findAny().isPresent();
  }

  private static Stream<String> added(Ingress actual, Ingress desired) {
    var said = annotations(desired);
    return annotations(actual).keySet().stream()
        .filter(key -> key.startsWith(BalancerAnnotations.PREFIX))
        .filter(key -> !said.containsKey(key));
  }

  private static Map<String, String> annotations(Ingress ingress) {
    return Optional.ofNullable(ingress.getMetadata().getAnnotations()).orElseGet(Map::of);
  }

  private static String reduction(Ingress actual, Ingress desired) {
    var annotations = new TreeMap<String, Object>();
    added(actual, desired).forEach(key -> annotations.put(key, null));
    var backend = new TreeMap<String, Object>();
    backend.put("defaultBackend", null);
    return Serialization.asJson(
        Map.of("metadata", Map.of("annotations", annotations), "spec", backend));
  }

  /** Where the spec has it no more; an environment that is deleted does it in its own order. */
  @Override
  public void deleteTargetResource(
      AppEnvironment environment,
      Ingress resource,
      ResourceID key,
      Context<AppEnvironment> context) {
    BalancerProtection.lift(resource, context.getClient());
    super.deleteTargetResource(environment, resource, key, context);
  }
}
