package io.appenv.operator.reconciler;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.model.Component;
import io.appenv.operator.model.EngineQuestions;
import io.appenv.operator.model.Failure;
import io.appenv.operator.model.Plan;
import io.appenv.operator.model.Reason;
import io.appenv.operator.model.RegionSnapshot;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InterestTest {

  private static final Instant LATER = Example.LISTED.plusSeconds(60);
  private static final RegionSnapshot SEEN = Example.region(Example.LISTED);

  @Test
  void theSamePictureAgainIsNoNews() {
    assertThat(settled().isNews(Example.region(LATER))).isFalse();
  }

  @Test
  void anEnvironmentIsWokenWhenAFailureComesWhenItsPictureAgesAndWhenItEnds() {
    var failing = Example.withoutCaches(SEEN, LATER);
    var aged = aged();
    var told = settled().told(failing);

    assertThat(settled().isNews(failing)).isTrue();
    assertThat(told.isNews(failing)).isFalse();
    assertThat(told.isNews(aged)).isTrue();
    assertThat(told.told(aged).isNews(aged)).isFalse();
    assertThat(told.told(aged).isNews(Example.region(LATER))).isTrue();
  }

  @Test
  void aListingThatItDoesNotNeedConcernsItNot() {
    var needs =
        new Needs(
            Set.of(Component.NETWORK, Component.DATABASE),
            Set.of(),
            EngineQuestions.none(),
            Set.of());
    var interest =
        new Interest(
            Optional.empty(),
            needs,
            Sight.of(Optional.empty(), needs, SEEN),
            Map.of(Component.DATABASE, Example.LISTED),
            Set.of(),
            false);

    var partly = Example.withoutCaches(SEEN, LATER);

    assertThat(interest.isNews(partly)).isTrue();
    assertThat(interest.told(partly).awaits()).isEmpty();
    assertThat(needs.isFreshSince(partly, Component.DATABASE, Example.LISTED)).isTrue();
    assertThat(Example.NEEDS.isFreshSince(partly, Component.CACHE, Example.LISTED)).isFalse();
  }

  @Test
  void routesConcernWhoIsInTheirVpc() {
    var needs = Example.NEEDS;
    var desired = Optional.of(Example.desired());
    var interest =
        new Interest(desired, needs, Sight.of(desired, needs, SEEN), Map.of(), Set.of(), true);

    assertThat(interest.isNews(Example.withRoutes(SEEN, "vpc-2"))).isFalse();
    assertThat(interest.isNews(Example.withRoutes(SEEN, "vpc-1"))).isTrue();
    assertThat(interest.told(Example.withRoutes(SEEN, "vpc-1")).isNews(SEEN)).isTrue();
  }

  @Test
  void aWriteIsAnsweredByASweepThatBeganLater() {
    var waiting = awaiting(Example.LISTED);

    assertThat(waiting.isNews(SEEN)).isFalse();
    assertThat(waiting.isBusy(SEEN, Component.DATABASE)).isTrue();
    assertThat(waiting.isNews(Example.region(LATER))).isTrue();
    assertThat(waiting.isBusy(Example.region(LATER), Component.DATABASE)).isFalse();
  }

  @Test
  void aListingThatFailsIsNotHurriedByLooking() {
    var failing = Example.withoutCaches(SEEN, LATER);
    var cache =
        new Interest(
            Optional.empty(),
            Example.NEEDS,
            Sight.none(),
            Map.of(),
            Set.of(Component.CACHE),
            false);
    var database =
        new Interest(
            Optional.empty(),
            Example.NEEDS,
            Sight.none(),
            Map.of(),
            Set.of(Component.DATABASE),
            false);

    assertThat(cache.isBusy(failing, Component.CACHE)).isFalse();
    assertThat(database.isBusy(failing, Component.DATABASE)).isTrue();
    assertThat(database.isBusy(failing, Component.CACHE)).isFalse();
  }

  @Test
  void aNewcomerWaitsForASweepOfItsOwn() {
    var first = Interest.first(Example.NEEDS, Optional.of(SEEN), LATER);

    assertThat(first.isNews(SEEN)).isFalse();
    assertThat(first.isBusy(SEEN, Component.DATABASE)).isTrue();
    assertThat(first.isNews(Example.region(LATER.plusSeconds(1)))).isTrue();
  }

  /** With half of it seen, no plan could be made. */
  @Test
  void aNewcomerWaitsForAllThatItNeeds() {
    var first = Interest.first(Example.NEEDS, Optional.empty(), Example.LISTED);
    var whole = Example.region(LATER);

    assertThat(first.isNews(whole.without(Component.CACHE))).isFalse();
    assertThat(first.isNews(whole)).isTrue();
  }

  @Test
  void whatCannotBeVouchedForAnyMoreIsToldWithItsCause() {
    var aged = aged();

    var failures = LookFailures.of(aged, Example.NEEDS, Plan.empty());

    assertThat(failures).extracting(Failure::reason).containsExactly(Reason.OBSERVATION_STALE);
    assertThat(failures.getFirst().component()).isEqualTo(Component.CACHE);
    assertThat(failures.getFirst().message()).contains("2026-01-01T00:01:00Z", "Allow it.");
    assertThat(failures.getFirst().cause())
        .contains(new Failure.AwsError("AccessDenied", "request-1"));
  }

  @Test
  void aSingleFailureIsPassedOverWhereAllIsSettled() {
    var failing = Example.withoutCaches(SEEN, LATER).trustedSince(Example.LISTED);
    var waiting = Plan.of(new Failure.Waiting(Component.CACHE, Reason.CREATING, "Wait."));

    assertThat(LookFailures.of(failing, Example.NEEDS, Plan.empty())).isEmpty();
    assertThat(LookFailures.of(failing, Example.NEEDS, waiting))
        .containsExactly(Example.denied(Component.CACHE));
  }

  /** The failures that began later go on for longer than they are passed over. */
  private static RegionSnapshot aged() {
    var failing = Example.withoutCaches(SEEN, LATER);
    return Example.withoutCaches(failing, LATER.plusSeconds(9)).trustedSince(LATER.plusSeconds(1));
  }

  private static Interest settled() {
    var desired = Optional.of(Example.desired());
    return new Interest(
        desired, Example.NEEDS, Sight.of(desired, Example.NEEDS, SEEN), Map.of(), Set.of(), true);
  }

  private static Interest awaiting(Instant written) {
    var desired = Optional.of(Example.desired());
    return new Interest(
        desired,
        Example.NEEDS,
        Sight.of(desired, Example.NEEDS, SEEN),
        Map.of(Component.DATABASE, written),
        Set.of(),
        false);
  }
}
