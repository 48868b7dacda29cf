package io.appenv.operator.reconciler;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.model.Component;
import io.appenv.operator.model.EngineQuestions;
import io.appenv.operator.model.Listing;
import io.appenv.operator.model.Observed;
import io.appenv.operator.model.Reason;
import io.appenv.operator.model.Refusals;
import io.appenv.operator.model.RegionSnapshot;
import io.appenv.operator.model.RoutesSeen;
import io.appenv.operator.model.Sighting;
import io.appenv.operator.resolver.Specs;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RegionSweepTest {

  private static final Instant LATER = Example.LISTED.plusSeconds(60);
  private final ScriptedRegion region = new ScriptedRegion();

  @Test
  void aRefusedListingIsThePartsOwnAffair() {
    region.denied.add("groups");

    var snapshot = read(nothing(), Example.NEEDS, Example.LISTED);

    assertThat(Example.NEEDS.failure(snapshot, Component.CACHE))
        .contains(Example.denied(Component.CACHE));
    assertThat(Example.NEEDS.isFailing(snapshot, Component.DATABASE)).isFalse();
    var observed = Observed.of(Example.desired(), snapshot);
    assertThat(observed.cache().group()).isInstanceOf(Sighting.Unseen.class);
    assertThat(observed.database().instance()).isInstanceOf(Sighting.Absent.class);
  }

  /** The rights to read them are younger than many an operator's policy. */
  @Test
  void routesThatCannotBeReadHoldUpNothingAndSlowDownNoSweep() {
    region.denied.add("routes");

    var snapshot = read(nothing(), Example.NEEDS, Example.LISTED);

    assertThat(RoutesSeen.of(snapshot.routes()).unread()).contains(Reason.ACCESS_DENIED);
    assertThat(Example.NEEDS.isFailing(snapshot, Component.NETWORK)).isFalse();
    assertThat(snapshot.networks().failures()).isEmpty();
  }

  /** It may be somebody else's, so nothing is made in its place, and nothing is changed. */
  @Test
  void whatIsRefusedOfOneResourceHoldsUpWhoNamesItOnly() {
    var desired = Example.desired();
    var name = desired.cache().orElseThrow().subnetGroup();
    var denied = Example.denied(Component.CACHE);
    region.refused.put("another-environment", denied);
    var others = read(nothing(), Example.NEEDS, Example.LISTED);
    region.refused.put(name, denied);
    var own = read(nothing(), Example.NEEDS, Example.LISTED);

    assertThat(Observed.of(desired, others).cache().subnetGroup())
        .isInstanceOf(Sighting.Absent.class);
    assertThat(Refusals.of(desired, others)).isEmpty();
    assertThat(Observed.of(desired, own).cache().subnetGroup()).isInstanceOf(Sighting.Unseen.class);
    assertThat(Refusals.of(desired, own)).contains(denied);
    assertThat(Example.NEEDS.isFailing(own, Component.CACHE)).isFalse();
  }

  @Test
  void whatWasSeenBeforeAFailureCountsForAWhile() {
    var before = read(nothing(), Example.NEEDS, Example.LISTED);
    region.denied.add("groups");
    var after = read(read(before, Example.NEEDS, LATER), Example.NEEDS, LATER.plusSeconds(9));

    assertThat(group(after.trustedSince(LATER))).isInstanceOf(Sighting.Absent.class);
    assertThat(group(after.trustedSince(LATER.plusSeconds(1)))).isInstanceOf(Sighting.Unseen.class);
  }

  private static Sighting<?> group(RegionSnapshot snapshot) {
    return Observed.of(Example.desired(), snapshot).cache().group();
  }

  @Test
  void aSweepThatNeverEndsAgesToo() {
    var snapshot = read(nothing(), Example.NEEDS, Example.LISTED);

    assertThat(group(snapshot.trustedSince(Example.LISTED))).isInstanceOf(Sighting.Absent.class);
    assertThat(group(snapshot.trustedSince(LATER))).isInstanceOf(Sighting.Unseen.class);
  }

  @Test
  void whatNobodyDeclaresIsNotListed() {
    var database =
        new Needs(
            Set.of(Component.NETWORK, Component.DATABASE),
            Set.of(),
            EngineQuestions.none(),
            Set.of());

    read(nothing(), database, Example.LISTED);

    assertThat(region.asked)
        .containsExactly(
            "networks", "routes", "security groups", "instances", "database subnets", "parameters");
  }

  /** A snapshot that was not looked for is not missing: that would stop a deletion for ever. */
  @Test
  void snapshotsAreUnseenUntilADeletionAsksForThem() {
    var living = read(nothing(), Example.NEEDS, Example.LISTED);
    var environment = Specs.environment(Specs.PRODUCTION);
    environment.getMetadata().setDeletionTimestamp("2026-01-01T00:00:00Z");
    var deletion = Needs.of(environment, Example.desired(), Observed.unseen(), Instant.EPOCH);
    var deleting = read(living, deletion, LATER);

    assertThat(Observed.of(Example.desired(), living).database().finalSnapshot())
        .isInstanceOf(Sighting.Unseen.class);
    assertThat(deletion.isFreshSince(living, Component.DATABASE, Instant.EPOCH)).isFalse();
    assertThat(Observed.of(Example.desired(), deleting).database().finalSnapshot())
        .isInstanceOf(Sighting.Absent.class);
    assertThat(deletion.isFreshSince(deleting, Component.DATABASE, Example.LISTED)).isTrue();
    assertThat(deletion.parts()).doesNotContain(Component.NETWORK);
  }

  @Test
  void inASettledRegionWhatHardlyChangesIsTakenOverButAFailureIsTriedAgain() {
    region.denied.add("parameters");
    var before = read(nothing(), Example.NEEDS, Example.LISTED);
    region.denied.clear();
    region.asked.clear();

    var after = read(before, scope(Example.NEEDS, true), LATER);

    assertThat(region.asked).containsExactly("instances", "parameters", "groups");
    assertThat(after.databaseSubnetGroups())
        .isEqualTo(new Listing.Complete<>(Map.of(), Example.LISTED));
    assertThat(Example.NEEDS.isFreshSince(after, Component.CACHE, Example.LISTED)).isFalse();
  }

  /** Nobody may take for absent what nobody looked for. */
  @Test
  void aCacheOfAnyNameIsUnseenUntilASweepLooksForIt() {
    var naming =
        new Needs(Set.of(Component.CACHE), Set.of(), EngineQuestions.none(), Set.of("shop-cache"));
    var before = read(nothing(), Example.NEEDS, Example.LISTED);
    region.denied.add("groups");
    var failed = read(before, naming, LATER);
    region.denied.clear();
    var after = read(failed, naming, LATER.plusSeconds(9));

    assertThat(group(before.asked(Set.of("shop-cache")))).isInstanceOf(Sighting.Unseen.class);
    assertThat(naming.isFreshSince(before, Component.CACHE, Instant.EPOCH)).isFalse();
    assertThat(group(failed.asked(Set.of("shop-cache")))).isInstanceOf(Sighting.Unseen.class);
    assertThat(naming.isFailing(failed, Component.CACHE)).isTrue();
    assertThat(group(failed)).as("to others it is as before").isInstanceOf(Sighting.Absent.class);
    assertThat(group(after.asked(Set.of("shop-cache")))).isInstanceOf(Sighting.Absent.class);
    assertThat(region.named).isEqualTo(Set.of("shop-cache"));
  }

  private RegionSnapshot read(RegionSnapshot before, Needs needs, Instant at) {
    return read(before, scope(needs, false), at);
  }

  private RegionSnapshot read(RegionSnapshot before, SweepScope scope, Instant at) {
    var snapshot = before;
    for (var part : List.of(Component.NETWORK, Component.DATABASE, Component.CACHE)) {
      snapshot = snapshot.with(region.sweep().read(part, snapshot, scope, at));
    }
    return snapshot;
  }

  private static SweepScope scope(Needs needs, boolean settled) {
    var interest = new Interest(Optional.empty(), needs, Sight.none(), Map.of(), Set.of(), settled);
    return SweepScope.of(List.of(interest), false);
  }

  private static RegionSnapshot nothing() {
    return RegionSnapshot.unlisted(Example.REGION);
  }
}
