package io.appenv.operator.backend.ack;

import io.appenv.operator.model.Action;
import io.appenv.operator.model.CacheAction;
import io.appenv.operator.model.Component;
import io.appenv.operator.model.Desired;
import io.appenv.operator.model.Failure;
import io.appenv.operator.model.FailureException;
import io.appenv.operator.model.Observed;
import io.appenv.operator.model.Reason;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClientException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/**
 * Has the ACK controllers make the call of one action. What they do about it, and when, is theirs:
 * the next look at AWS shows it. An action that is still planned then finds its resource as it left
 * it, and tells what the controller says.
 */
@ApplicationScoped
public class AckWrites {

  private final AckResources resources;
  private final AckRest rest;

  public AckWrites(AckResources resources, AckRest rest) {
    this.resources = resources;
    this.rest = rest;
  }

  /** Throws {@link FailureException} as long as the controller has not been told, or says no. */
  public void execute(Desired desired, Observed observed, Action action) {
    var request = AckRequest.of(desired, observed, action);
    rest.wake(desired, action.target().kind().component());
    try {
      make(desired, request, observed);
    } catch (KubernetesClientException refused) {
      throw new FailureException(AckFailures.refused(request, refused));
    }
  }

  private void make(Desired desired, AckRequest request, Observed observed) {
    if (request.deletes()) {
      delete(desired, request, observed);
      return;
    }
    var region = desired.region().orElseThrow();
    apply(
        desired,
        request,
        request.action().creates()
            ? AckAnnotations.creating(region)
            : AckAnnotations.changing(region));
  }

  private void apply(Desired desired, AckRequest request, Map<String, String> annotations) {
    var stored = resources.find(desired, request.kind(), request.name());
    if (stored.isEmpty()) {
      resources.create(desired, request, annotations);
      return;
    }
    var present = stored.get();
    if (present.isMarkedForDeletion()) {
      throw new FailureException(AckFailures.goingAway(request));
    }
    var wanted = AckMerge.of(present, request.spec(), annotations);
    if (AckMerge.isSame(present, wanted)) {
      throw new FailureException(AckFailures.unfinished(request, present));
    }
    var noticed =
        AckMerge.hasSameSpec(present, wanted)
            ? AckMerge.of(
                resources.replace(request.kind(), AckMerge.unlike(present)),
                request.spec(),
                annotations)
            : wanted;
    resources.replace(request.kind(), AckMerge.forgettingNodeType(noticed));
  }

  /** The controller has to know the thing before it can be told to delete it. */
  private void delete(Desired desired, AckRequest request, Observed observed) {
    if (request.action() instanceof CacheAction.DeleteGroup group
        && observed.cache().finalSnapshot().found().isEmpty()) {
      group.finalSnapshot().ifPresent(name -> takeSnapshot(desired, group, name));
    }
    var region = desired.region().orElseThrow();
    var stored = resources.find(desired, request.kind(), request.name());
    if (stored.isEmpty() || !isManaged(stored.get(), request.kind())) {
      apply(desired, request, AckAnnotations.changing(region));
      throw new FailureException(AckFailures.beingTaken(request));
    }
    var present = stored.get();
    if (present.isMarkedForDeletion()) {
      throw new FailureException(AckFailures.unfinished(request, present));
    }
    var wanted = AckMerge.of(present, Map.of(), AckAnnotations.deleting(region, request.action()));
    resources.replace(request.kind(), wanted);
    resources.delete(desired, request.kind(), request.name());
  }

  /** The controller deletes a group without one. */
  private void takeSnapshot(Desired desired, CacheAction.DeleteGroup delete, String name) {
    apply(
        desired,
        AckRequest.snapshot(delete, name),
        AckAnnotations.creating(desired.region().orElseThrow()));
    throw new FailureException(
        new Failure.Waiting(
            Component.CACHE,
            Reason.DELETING,
            "final snapshot %s is taken before %s is deleted".formatted(name, delete.target())));
  }

  private static boolean isManaged(GenericKubernetesResource stored, AckKind kind) {
    return stored.getMetadata().getFinalizers().contains(kind.finalizer());
  }
}
