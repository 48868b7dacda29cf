package io.appenv.operator.status;

import io.appenv.operator.model.DataSnapshot;
import io.appenv.operator.model.Desired;
import io.appenv.operator.model.DesiredCache;
import io.appenv.operator.model.DesiredDatabase;
import io.appenv.operator.model.DesiredFiles;
import io.appenv.operator.model.DesiredIngress;
import io.appenv.operator.model.DesiredPublication;
import io.appenv.operator.model.EnvironmentId;
import io.appenv.operator.model.Leftover;
import io.appenv.operator.model.Observed;
import io.appenv.operator.model.ObservedCertificates;
import io.appenv.operator.model.ObservedFiles;
import io.appenv.operator.model.ObservedPublication;
import io.appenv.operator.model.Ownership;
import io.appenv.operator.model.ParameterGroup;
import io.appenv.operator.model.ResourceKind;
import io.appenv.operator.model.ResourceRef;
import io.appenv.operator.model.SecurityGroup;
import io.appenv.operator.model.Sighting;
import io.appenv.operator.model.UpgradeSnapshot;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** What was seen of everything an environment has in AWS, in the order of the inventory. */
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
  private final Map<ResourceRef, Sighting<Seen>> named = new TreeMap<>(ORDER);
  private final Map<ResourceRef, Sighting<Seen>> others = new TreeMap<>(ORDER);

  private SeenResources(EnvironmentId environment) {
    this.environment = environment;
  }

  /**
   * @param leftovers what became of that of which there is a record
   */
  static SeenResources of(
      Desired desired, Observed observed, Map<ResourceRef, Sighting<Leftover>> leftovers) {
    var seen = new SeenResources(desired.environment());
    if (desired.backend().isOnAws()) {
      desired.database().ifPresent(database -> seen.add(database, observed.database()));
      desired.cache().ifPresent(cache -> seen.add(cache, observed.cache()));
      observed.securityGroups().all().forEach(seen::add);
      desired
          .ingress()
          .filter(ingress -> ingress.managedCertificate().isPresent())
          .ifPresent(ingress -> seen.add(ingress, observed.certificates()));
      desired.files().ifPresent(files -> seen.add(files, observed.files()));
      desired.publication().ifPresent(it -> seen.add(it, observed.publication()));
      leftovers.forEach(seen::putLeftover);
    }
    return seen;
  }

  /** What the spec names: it has to be there. */
  Map<ResourceRef, Sighting<Seen>> named() {
    return named;
  }

  /** What it does not name any more, or only for a while: it may go. */
  Map<ResourceRef, Sighting<Seen>> others() {
    return others;
  }

  /** One that goes is off the record: it held nothing. */
  private void add(SecurityGroup group) {
    putOther(
        new ResourceRef(ResourceKind.SECURITY_GROUP, group.name()),
        ours(group.arn(), THERE, group.tags()));
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
    putOtherGroups(ResourceKind.DATABASE_PARAMETER_GROUP, observed.otherParameterGroups());
    observed.upgrade().snapshots().found().stream()
        .flatMap(List::stream)
        .map(UpgradeSnapshot::snapshot)
        .forEach(
            snapshot ->
                putOther(
                    new ResourceRef(ResourceKind.DATABASE_SNAPSHOT, snapshot.name()),
                    ours(snapshot.arn(), snapshot.status(), snapshot.tags())));
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
                putOther(
                    new ResourceRef(ResourceKind.DATABASE_SNAPSHOT, snapshot.name()),
                    ours(snapshot.arn(), snapshot.status(), snapshot.tags())));
  }

  private void putOtherGroups(ResourceKind kind, List<ParameterGroup> groups) {
    groups.forEach(
        group ->
            putOther(new ResourceRef(kind, group.name()), ours(group.arn(), THERE, group.tags())));
  }

  private void putOther(ResourceRef ref, Optional<Seen> seen) {
    seen.ifPresent(it -> others.put(ref, Sighting.present(it)));
  }

  /** Of some kinds AWS does not list the tags, so what is there may be ours all the same. */
  private void putLeftover(ResourceRef ref, Sighting<Leftover> sighting) {
    if (named.containsKey(ref) || others.containsKey(ref)) {
      return;
    }
    others.put(
        ref,
        switch (sighting) {
          case Sighting.Unseen<Leftover> _ -> Sighting.<Seen>unseen();
          case Sighting.Absent<Leftover> _ -> Sighting.<Seen>absent();
          case Sighting.Present<Leftover>(var found) ->
              ours(found.arn(), found.state().orElse(THERE), found.tags())
                  .map(Sighting::present)
                  .orElseGet(Sighting::unseen);
        });
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
    putOtherGroups(ResourceKind.CACHE_PARAMETER_GROUP, observed.otherParameterGroups());
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

  private void add(DesiredIngress desired, ObservedCertificates observed) {
    var current = observed.current(environment, desired.host());
    put(
        ResourceKind.CERTIFICATE,
        desired.host(),
        observed.own().found().isEmpty() ? Sighting.unseen() : sighting(current),
        it -> ours(it.arn(), it.certificate().status(), it.tags()));
    if (desired.managedCertificate().flatMap(it -> it.hostedZone()).isPresent()) {
      put(
          ResourceKind.DNS_RECORD,
          desired.host(),
          observed.own().found().isEmpty()
              ? Sighting.unseen()
              : sighting(current.filter(it -> it.made().isPresent())),
          it -> ours(it.arn(), THERE, it.tags()));
    }
  }

  private void add(DesiredFiles desired, ObservedFiles observed) {
    put(
        ResourceKind.BUCKET,
        desired.bucket(),
        observed.bucket(),
        bucket -> ours(bucket.arn(), THERE, bucket.tags()));
  }

  private void add(DesiredPublication desired, ObservedPublication observed) {
    desired.parameters().stream()
        .map(desired::parameter)
        .filter(name -> !observed.untold().contains(name))
        .forEach(
            name ->
                put(
                    ResourceKind.PARAMETER,
                    name,
                    ObservedPublication.look(observed.parameters(), name),
                    it -> ours(it.arn(), THERE, it.tags())));
    desired.secrets().stream()
        .map(desired::secret)
        .forEach(
            name ->
                put(
                    ResourceKind.SECRET,
                    name,
                    ObservedPublication.look(observed.secrets(), name),
                    it -> it.isDeleted() ? Optional.empty() : ours(it.arn(), THERE, it.tags())));
  }

  private static <T> Sighting<T> sighting(Optional<T> found) {
    return found.map(Sighting::present).orElseGet(Sighting::absent);
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
    named.put(new ResourceRef(kind, name), seen);
  }
}
