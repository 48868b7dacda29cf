package io.appenv.operator.reconciler;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.sandbox.Sandbox;
import io.appenv.operator.sandbox.WithOperator;
import io.appenv.operator.sandbox.wire.Faults;
import io.appenv.operator.testing.AwsView;
import io.appenv.operator.testing.Belongings;
import io.appenv.operator.testing.EnvironmentUnderTest;
import io.appenv.operator.testing.TestNetwork;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Regions that cannot be looked at, each with an environment, and one that can. */
@WithOperator
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BlockedRegionsIT {

  /** What the SDK makes of one reading call that fails. */
  private static final int CALLS_OF_AN_ATTEMPT = 3;

  private static final Map<BlockedRegion, EnvironmentUnderTest> BROKEN =
      new EnumMap<>(BlockedRegion.class);
  private static final Map<BlockedRegion, Faults.Rule> RULES = new EnumMap<>(BlockedRegion.class);

  private static Instant start;
  private static long mark;

  @BeforeAll
  static void apply(Sandbox sandbox) {
    start = Instant.now();
    mark = sandbox.wires().recording().mark();
    for (var blocked : BlockedRegion.values()) {
      TestNetwork.inTwoZones(sandbox, blocked.region, "blocked").close();
      RULES.put(blocked, sandbox.wires().faults().always(blocked.calls(), blocked.fault));
      BROKEN.put(
          blocked,
          EnvironmentUnderTest.ofOverlay(
              sandbox.admin(), "production", TestNetwork.placement(blocked.region, "blocked")));
    }
  }

  @AfterAll
  static void delete() {
    RULES.values().forEach(Faults.Rule::close);
    BROKEN.values().forEach(EnvironmentUnderTest::delete);
    BROKEN.values().forEach(EnvironmentUnderTest::awaitGone);
  }

  @Test
  @Order(1)
  void anotherRegionIsNotDelayed(Sandbox sandbox) {
    var healthy = EnvironmentUnderTest.ofOverlay(sandbox.admin(), "production");
    healthy.awaitReady();
    BROKEN.values().forEach(it -> assertThat(it.isReady()).as(it.toString()).isFalse());
    healthy.delete();
    healthy.awaitGone();
  }

  @ParameterizedTest
  @EnumSource
  @Order(2)
  void itIsTold(BlockedRegion blocked) {
    var told = environment(blocked).awaitReason(blocked.condition, blocked.reason);
    assertThat(told.getStatus()).isNotEqualTo("True");
    if (blocked.hasCode()) {
      assertThat(told.getMessage()).contains("(AWS: ");
    }
    assertThat(environment(blocked).condition("Ready").orElseThrow().getStatus())
        .isNotEqualTo("True");
  }

  /** Where only one listing is refused, the work on what the others show sets the pace. */
  @ParameterizedTest
  @EnumSource(names = {"DENIED", "THROTTLED", "SILENT"})
  @Order(3)
  void itIsLookedAtWithGrowingPauses(BlockedRegion blocked, Sandbox sandbox) {
    var seconds = Duration.between(start, Instant.now()).toSeconds();
    var attempts = Long.SIZE - Long.numberOfLeadingZeros(seconds + 1) + 1;
    assertThat(sandbox.wires().recording().since(mark, blocked::isFirstListing))
        .hasSizeBetween(1, (int) attempts * CALLS_OF_AN_ATTEMPT);
  }

  @ParameterizedTest
  @EnumSource
  @Order(4)
  void onceTheCauseIsGoneItGoesOn(BlockedRegion blocked, Sandbox sandbox) {
    RULES.values().forEach(Faults.Rule::close);
    environment(blocked).awaitReady();
    try (var aws = new AwsView(sandbox, blocked.region)) {
      Belongings.assertOneOfEach(environment(blocked), aws);
    }
  }

  private static EnvironmentUnderTest environment(BlockedRegion blocked) {
    return Objects.requireNonNull(BROKEN.get(blocked));
  }
}
