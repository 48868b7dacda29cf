package io.appenv.operator.status;

import io.appenv.operator.model.DataSnapshot;
import io.appenv.operator.model.Desired;
import io.appenv.operator.model.DesiredCache;
import io.appenv.operator.model.DesiredDatabase;
import io.appenv.operator.model.EnvironmentId;
import io.appenv.operator.model.Observed;
import io.appenv.operator.model.Ownership;
import io.appenv.operator.model.ResourceKind;
import io.appenv.operator.model.ResourceRef;
import io.appenv.operator.model.Sighting;
import io.appenv.operator.model.UpgradeSnapshot;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** What was seen of everything an environment names in AWS, in the order of the inventory. */
final class SeenResources {

  static final Comparator<ResourceRef> ORDER =
      Comparator.comparing(ResourceRef::kind).thenComparing(ResourceRef::name);

  /** Groups have no status in AWS: they are there or not. */
  private static final String THERE = "present";

  private static final String RETAINED = "Retained";

  private static final String RELEASED = "Released";

  /** A copy has taken its place. */
  private static final String FORMER = "Former";

  /** What the listing told of one resource of ours. */
  record Seen(String arn, String state) {}

  private final EnvironmentId environment;
  private final Map<ResourceRef, Sighting<Seen>> resources = new TreeMap<>(ORDER);

  private SeenResources(EnvironmentId environment) {
    this.environment = environment;
  }

  static Map<ResourceRef, Sighting<Seen>> of(Desired desired, Observed observed) {
    var seen = new SeenResources(desired.environment());
    if (desired.backend().isOnAws()) {
      desired.database().ifPresent(database -> seen.add(database, observed.database()));
      desired.cache().ifPresent(cache -> seen.add(cache, observed.cache()));
    }
    return seen.resources;
  }

  private void add(DesiredDatabase desired, Observed.ObservedDatabase observed) {
    put(
        ResourceKind.DATABASE_SUBNET_GROUP,
        desired.subnetGroup(),
        observed.subnetGroup(),
        group -> ours(group.arn(), THERE, group.tags()));
    put(
        ResourceKind.DATABASE_PARAMETER_GROUP,
        desired.parameterGroup(),
        observed.parameterGroup(),
        group -> ours(group.arn(), THERE, group.tags()));
    putOtherGroups(desired, observed);
    put(
        ResourceKind.DATABASE_INSTANCE,
        desired.identifier(),
        isRenamed(observed) ? Sighting.unseen() : observed.instance(),
        instance -> ours(instance.arn(), instance.status(), instance.tags()));
    putReplaced(desired, observed);
    put(
        ResourceKind.DATABASE_SNAPSHOT,
        desired.finalSnapshot(),
        observed.finalSnapshot(),
        SeenResources::snapshot);
    observed.upgrade().snapshots().found().stream()
        .flatMap(List::stream)
        .map(UpgradeSnapshot::snapshot)
        .forEach(
            snapshot ->
                put(
                    ResourceKind.DATABASE_SNAPSHOT,
                    snapshot.name(),
                    Sighting.present(snapshot),
                    it -> ours(it.arn(), it.status(), it.tags())));
  }

  /** It has given its name up to a copy that is not there yet: neither there nor lost. */
  private static boolean isRenamed(Observed.ObservedDatabase observed) {
    return observed.instance().found().isEmpty()
        && observed
            .replacement()
            .former()
            .found()
            .filter(it -> it.tags().containsKey(Ownership.REPLACEMENT))
            .isPresent();
  }

  /** What a copy has replaced, and the snapshots that the copy was made of. */
  private void putReplaced(DesiredDatabase desired, Observed.ObservedDatabase observed) {
    put(
        ResourceKind.DATABASE_INSTANCE,
        desired.replacement().former(),
        observed.replacement().former(),
        instance -> ours(instance.arn(), FORMER, instance.tags()));
    observed.replacement().snapshots().found().stream()
        .flatMap(List::stream)
        .forEach(
            snapshot ->
                put(
                    ResourceKind.DATABASE_SNAPSHOT,
                    snapshot.name(),
                    Sighting.present(snapshot),
                    it -> ours(it.arn(), it.status(), it.tags())));
  }

  /** Of other major versions, of which there is hardly ever one. */
  private void putOtherGroups(DesiredDatabase desired, Observed.ObservedDatabase observed) {
    if (observed.parameterGroup() instanceof Sighting.Unseen<?>) {
      return;
    }
    desired
        .otherParameterGroups()
        .forEach(
            name ->
                put(
                    ResourceKind.DATABASE_PARAMETER_GROUP,
                    name,
                    observed.otherParameterGroups().stream()
                        .filter(group -> group.name().equals(name))
                        .findFirst()
                        .map(Sighting::present)
                        .orElseGet(Sighting::absent),
                    group -> ours(group.arn(), THERE, group.tags())));
  }

  private void add(DesiredCache desired, Observed.ObservedCache observed) {
    put(
        ResourceKind.CACHE_SUBNET_GROUP,
        desired.subnetGroup(),
        observed.subnetGroup(),
        group -> ours(group.arn(), THERE, group.tags()));
    put(
        ResourceKind.CACHE_PARAMETER_GROUP,
        desired.parameters().group(),
        observed.parameterGroup(),
        group -> ours(group.arn(), THERE, group.tags()));
    observed
        .otherParameterGroups()
        .forEach(
            other ->
                put(
                    ResourceKind.CACHE_PARAMETER_GROUP,
                    other.name(),
                    Sighting.present(other),
                    group -> ours(group.arn(), THERE, group.tags())));
    put(
        ResourceKind.REPLICATION_GROUP,
        desired.identifier(),
        observed.group(),
        group -> ours(group.arn(), group.status(), group.tags()));
    put(
        ResourceKind.CACHE_SNAPSHOT,
        desired.finalSnapshot(),
        observed.finalSnapshot(),
        SeenResources::snapshot);
  }

  /** A final snapshot has no tags to tell, but a name that carries our UID. */
  private static Optional<Seen> snapshot(DataSnapshot snapshot) {
    return Optional.of(new Seen(snapshot.arn(), snapshot.status()));
  }

  private Optional<Seen> ours(String arn, String state, Map<String, String> tags) {
    if (!Ownership.owns(environment, tags)) {
      return Optional.empty();
    }
    return Optional.of(new Seen(arn, word(state, tags)));
  }

  private static String word(String state, Map<String, String> tags) {
    if (Ownership.isReleased(tags)) {
      return RELEASED;
    }
    return Ownership.isRetained(tags) ? RETAINED : state;
  }

  /** What another owner has under this name is not a resource of this environment. */
  private <T> void put(
      ResourceKind kind, String name, Sighting<T> sighting, Function<T, Optional<Seen>> reader) {
    var seen =
        switch (sighting) {
          case Sighting.Unseen<T> _ -> Sighting.<Seen>unseen();
          case Sighting.Absent<T> _ -> Sighting.<Seen>absent();
          case Sighting.Present<T> present ->
              reader.apply(present.value()).map(Sighting::present).orElseGet(Sighting::absent);
        };
    resources.put(new ResourceRef(kind, name), seen);
  }
}
