package io.appenv.operator.reconciler;

import io.appenv.operator.api.v1alpha1.AppEnvironment;
import io.appenv.operator.database.DatabaseReplacement;
import io.appenv.operator.model.CertificateQuestions;
import io.appenv.operator.model.Component;
import io.appenv.operator.model.DeletionPolicy;
import io.appenv.operator.model.Desired;
import io.appenv.operator.model.EngineQuestions;
import io.appenv.operator.model.Failure;
import io.appenv.operator.model.Listing;
import io.appenv.operator.model.Observed;
import io.appenv.operator.model.Plan;
import io.appenv.operator.model.RegionSnapshot;
import io.appenv.operator.model.ResourceKind;
import io.appenv.operator.status.InventoryRecord;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The listings one environment is planned on; a failure of any other does not hold it up.
 *
 * @param parts NETWORK, DATABASE, CACHE, INGRESS, FILES and CONFIGURATION, as far as it has them
 * @param snapshots the parts whose snapshots matter, or what the bucket holds
 * @param engines what has to be known of the engines that RDS offers
 * @param caches that it names, of whatever name
 * @param certificates what it asks about certificates
 */
record Needs(
    Set<Component> parts,
    Set<Component> snapshots,
    EngineQuestions engines,
    Set<String> caches,
    CertificateQuestions certificates) {

  Needs {
    parts = Set.copyOf(parts);
    snapshots = Set.copyOf(snapshots);
    caches = Set.copyOf(caches);
  }

  /** Of an environment that names no certificate. */
  Needs(
      Set<Component> parts, Set<Component> snapshots, EngineQuestions engines, Set<String> caches) {
    this(parts, snapshots, engines, caches, CertificateQuestions.none());
  }

  /** Before the spec is resolved, from what it declares. */
  static Needs of(AppEnvironment environment) {
    var parts = EnumSet.noneOf(Component.class);
    if (!environment.isMarkedForDeletion() || hasSecurityGroups(environment)) {
      parts.add(Component.NETWORK);
    }
    Optional.ofNullable(environment.getSpec())
        .ifPresent(
            spec -> {
              if (spec.database() != null) {
                parts.add(Component.DATABASE);
              }
              if (spec.cache() != null) {
                parts.add(Component.CACHE);
              }
              if (spec.files() != null) {
                parts.add(Component.FILES);
              }
              if (spec.publishes()) {
                parts.add(Component.CONFIGURATION);
              }
            });
    if (hasPublished(environment)) {
      parts.add(Component.CONFIGURATION);
    }
    var certificates = NamedCertificates.of(environment);
    if (!certificates.isEmpty()) {
      parts.add(Component.INGRESS);
    }
    return new Needs(
        parts, Set.of(), EngineQuestions.none(), NamedCaches.of(environment), certificates);
  }

  static Needs of(AppEnvironment environment, Desired desired, Observed observed, Instant now) {
    var deleting = environment.isMarkedForDeletion();
    var caches = NamedCaches.of(environment);
    var certificates = NamedCertificates.of(environment);
    var engines = deleting ? EngineQuestions.none() : EngineQuestions.of(desired, observed);
    var parts = EnumSet.noneOf(Component.class);
    var snapshots = EnumSet.noneOf(Component.class);
    if (!deleting || hasSecurityGroups(environment)) {
      parts.add(Component.NETWORK);
    }
    desired.database().ifPresent(_ -> parts.add(Component.DATABASE));
    desired.cache().ifPresent(_ -> parts.add(Component.CACHE));
    desired.files().ifPresent(_ -> parts.add(Component.FILES));
    if (hasPublished(environment)
        || desired.publication().filter(it -> !it.isEmpty()).isPresent()) {
      parts.add(Component.CONFIGURATION);
    }
    if (!certificates.isEmpty()) {
      parts.add(Component.INGRESS);
    }
    if (deleting) {
      desired
          .database()
          .filter(it -> it.deletionPolicy() == DeletionPolicy.SNAPSHOT)
          .ifPresent(_ -> snapshots.add(Component.DATABASE));
      desired
          .cache()
          .filter(it -> it.deletionPolicy() == DeletionPolicy.SNAPSHOT)
          .ifPresent(_ -> snapshots.add(Component.CACHE));
      desired.files().ifPresent(_ -> snapshots.add(Component.FILES));
    }
    if (!engines.isEmpty()
        || DatabaseReplacement.needsSnapshots(desired, observed, deleting, now)) {
      snapshots.add(Component.DATABASE);
    }
    return new Needs(parts, snapshots, engines, caches, certificates);
  }

  /** An environment that goes needs its network for the groups that are to be deleted only. */
  private static boolean hasSecurityGroups(AppEnvironment environment) {
    return InventoryRecord.refs(environment.getStatus()).stream()
        .anyMatch(it -> it.kind() == ResourceKind.SECURITY_GROUP);
  }

  /** What it does not publish any more is to be removed. */
  private static boolean hasPublished(AppEnvironment environment) {
    return InventoryRecord.refs(environment.getStatus()).stream()
        .anyMatch(it -> it.kind().component() == Component.CONFIGURATION);
  }

  /** The parts that AWS calls are made for. */
  List<Component> services() {
    return Stream.of(
            Component.NETWORK,
            Component.DATABASE,
            Component.CACHE,
            Component.INGRESS,
            Component.FILES,
            Component.CONFIGURATION)
        .filter(parts::contains)
        .filter(part -> part != Component.INGRESS || !certificates.hosts().isEmpty())
        .toList();
  }

  List<Listing<?>> listings(RegionSnapshot snapshot, Component part) {
    var changing = changing(snapshot, part);
    return part == Component.DATABASE && !engines.isEmpty()
        ? Stream.concat(changing.stream(), Stream.of(snapshot.engines())).toList()
        : changing;
  }

  /** Without what no write of the operator changes. */
  private List<Listing<?>> changing(RegionSnapshot snapshot, Component part) {
    return asked(snapshot).listings(part, snapshots.contains(part));
  }

  /** A picture as it is for this environment. */
  RegionSnapshot asked(RegionSnapshot snapshot) {
    return snapshot.asked(caches).asked(certificates);
  }

  boolean isFreshSince(RegionSnapshot snapshot, Component part, Instant moment) {
    // Groups that an idle sweep took over do not count: a write is shown by a listing made after
    // it.
    return changing(snapshot, part).stream().allMatch(listing -> listing.isCompleteSince(moment));
  }

  boolean isFailing(RegionSnapshot snapshot, Component part) {
    return failure(snapshot, part).isPresent();
  }

  /** What keeps this part from being seen; the first of several says enough. */
  Optional<Failure> failure(RegionSnapshot snapshot, Component part) {
    return listings(snapshot, part).stream()
        .map(Listing::failure)
        .flatMap(Optional::stream)
        .findFirst();
  }

  Map<Component, Instant> unanswered(Optional<RegionSnapshot> snapshot, Attempts attempts) {
    return services().stream()
        .filter(part -> !isFresh(snapshot, part, attempts))
        .collect(
            Collectors.toUnmodifiableMap(part -> part, part -> attempts.of(part).freshAfter()));
  }

  Turn turn(
      Plan plan,
      Optional<RegionSnapshot> snapshot,
      Attempts attempts,
      boolean paused,
      Instant now) {
    return new Turn(
        services().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    part -> part,
                    part ->
                        Step.of(
                            part,
                            plan,
                            isFresh(snapshot, part, attempts),
                            paused,
                            attempts.of(part),
                            now))));
  }

  private boolean isFresh(Optional<RegionSnapshot> snapshot, Component part, Attempts attempts) {
    return snapshot
        .filter(seen -> isFreshSince(seen, part, attempts.of(part).freshAfter()))
        .isPresent();
  }

  /** Something it has was needed by nobody before. */
  boolean areUnlisted(RegionSnapshot snapshot) {
    return parts.stream()
        .flatMap(part -> asked(snapshot).listings(part, false).stream())
        .anyMatch(Listing::isUnlisted);
  }
}
