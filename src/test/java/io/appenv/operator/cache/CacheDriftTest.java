package io.appenv.operator.cache;

import static io.appenv.operator.cache.CacheExample.production;
import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.model.CacheAction;
import io.appenv.operator.model.ChangePolicy;
import io.appenv.operator.model.Component;
import io.appenv.operator.model.Desired;
import io.appenv.operator.model.Drift;
import io.appenv.operator.model.Drift.Handling;
import io.appenv.operator.model.DriftGroup;
import io.appenv.operator.model.DriftPolicy;
import io.appenv.operator.model.EngineParameter;
import io.appenv.operator.model.GovernedCalls;
import io.appenv.operator.model.GroupAccess;
import io.appenv.operator.model.ParameterSetting;
import io.appenv.operator.model.Plan;
import io.appenv.operator.model.PlannedAction;
import io.appenv.operator.model.Standing;
import io.appenv.operator.model.TransitEncryption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody changes a cache that was as its spec says. */
class CacheDriftTest {

  private final SimulatedCache aws = new SimulatedCache();
  private final CachePasses passes = new CachePasses(aws);
  private final Desired desired = production();

  @BeforeEach
  void reach() {
    passes.apply(desired);
    aws.calls.clear();
  }

  @Test
  void everyGroupedFieldOfTheCacheIsJudged() {
    var all = production(it -> it.parameters = Optional.of(Map.of("timeout", "30")));
    passes.apply(all);
    var judged =
        new CachePlanner()
            .standings(all, aws.observed()).getOrDefault(Component.CACHE, List.of()).stream()
                .map(Standing::field)
                .collect(Collectors.toSet());

    for (var group : DriftGroup.values()) {
      for (var field : group.fields()) {
        if (field.path().startsWith("spec.cache.")) {
          assertThat(judged).contains(field.shortName());
        }
      }
    }
    assertThat(judged).allMatch(field -> DriftGroup.of(field).isPresent());
  }

  @Test
  void aReplicaTooManyGoesOnlyOnceApproved() {
    aws.group().nodes = 4;

    var held = passes.apply(desired);

    assertThat(aws.calls).isEmpty();
    assertThat(passes.drift().memory().drifts())
        .extracting(Drift::handling)
        .containsExactly(Handling.ASKED);
    assertThat(held.actions())
        .extracting(PlannedAction::reason)
        .containsExactly(
            "nodes 4 -> 2; somebody else made it so, and to put it back loses something: 2 of"
                + " the replicas");

    passes.governed().under(ChangePolicy.AUTO, held.hash());
    passes.apply(desired);
    assertThat(aws.group().nodes).isEqualTo(2);
  }

  /** AWS lets nobody do so without taking the token away before. */
  @Test
  void aCacheThatSomebodyOpenedIsClosedOnceApprovedAndGivenItsTokenAgain() {
    aws.group().access = new GroupAccess(TransitEncryption.NONE, false);

    var held = passes.apply(desired);

    assertThat(aws.calls).isEmpty();
    assertThat(held.actions().getFirst().reason())
        .contains("to put it back loses something: the connections of clients that do not use TLS");
    passes.governed().under(ChangePolicy.AUTO, held.hash());
    passes.apply(desired);

    assertThat(aws.group().access).isEqualTo(new GroupAccess(TransitEncryption.REQUIRED, true));
    assertThat(aws.group().takesFormerToken).isFalse();
    assertThat(passes.governed().made()).isEqualTo(GovernedCalls.promised(held));
  }

  @Test
  void aTokenThatSomebodyTookAwayIsLeftAwayWhereDriftIsOnlyReported() {
    aws.group().access = new GroupAccess(TransitEncryption.REQUIRED, false);
    passes.drift().under(DriftPolicy.REPORT);

    assertThat(passes.apply(desired)).isEqualTo(Plan.empty());
    assertThat(passes.drift().memory().drifts())
        .extracting(Drift::path)
        .containsExactly("cache.authToken");
    assertThat(aws.calls).isEmpty();
  }

  @Test
  void failoverIsSwitchedOnWithoutAnybodyBeingAsked() {
    aws.group().automaticFailover = false;
    aws.group().multiAz = false;

    passes.apply(desired);

    assertThat(aws.group().automaticFailover).isTrue();
  }

  @Test
  void aSingleNodeThatWasMadeRedundantIsAskedAboutInOrder() {
    var single = production(it -> it.nodes = 1);
    passes.apply(single);
    aws.group().nodes = 2;
    aws.group().automaticFailover = true;
    aws.group().multiAz = true;
    aws.calls.clear();

    var held = passes.apply(single);
    assertThat(aws.calls).isEmpty();

    passes.governed().under(ChangePolicy.AUTO, held.hash());
    passes.apply(single);
    assertThat(aws.calls)
        .extracting(Object::getClass)
        .containsExactly(CacheAction.ModifyGroup.class, CacheAction.DecreaseReplicas.class);
  }

  @Test
  void whatIsReportedStaysBesideAWish() {
    passes.drift().under(DriftPolicy.REPORT);
    aws.group().nodes = 4;
    aws.group().snapshotRetentionDays = 9;

    passes.apply(production(it -> it.snapshotWindow = "01:00-02:00"));

    assertThat(aws.group().snapshotWindow).isEqualTo("01:00-02:00");
    assertThat(aws.group().nodes).isEqualTo(4);
    assertThat(aws.group().snapshotRetentionDays).isEqualTo(9);
  }

  @Test
  void parametersAreSetBackOrReported() {
    var wanted = production(it -> it.parameters = Optional.of(Map.of("timeout", "30")));
    passes.apply(wanted);
    setTimeout("60");
    passes.apply(wanted);
    assertThat(timeout()).contains("30");

    passes.drift().under(DriftPolicy.REPORT);
    setTimeout("60");
    passes.apply(wanted);
    assertThat(timeout()).contains("60");
    assertThat(passes.drift().memory().drifts())
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.path()).isEqualTo("cache.parameters");
              assertThat(it.wished()).isEqualTo("timeout=30");
              assertThat(it.found()).isEqualTo("timeout=60");
              assertThat(it.handling()).isEqualTo(Handling.REPORTED);
            });
  }

  private void setTimeout(String seconds) {
    aws.parameters.set(
        aws.group().parameterGroup,
        List.of(new ParameterSetting("timeout", Optional.of(seconds), false)));
  }

  private Optional<String> timeout() {
    return Optional.ofNullable(aws.parameters.groups.get(aws.group().parameterGroup))
        .map(it -> it.parameters().get("timeout"))
        .flatMap(EngineParameter::value);
  }

  @Test
  void aReportedVersionIsNoRefusal() {
    var older = production(it -> it.version = "7.0");
    var second = new SimulatedCache();
    var fresh = new CachePasses(second);
    fresh.apply(older);
    second.group().engineVersion = "7.1.0";
    assertThat(fresh.apply(older).findings()).hasSize(1);

    fresh.drift().under(DriftPolicy.REPORT);
    assertThat(fresh.apply(older).isSettled()).isTrue();
  }
}
