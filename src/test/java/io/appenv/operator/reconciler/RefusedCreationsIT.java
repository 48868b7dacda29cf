package io.appenv.operator.reconciler;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.sandbox.Sandbox;
import io.appenv.operator.sandbox.WithOperator;
import io.appenv.operator.sandbox.wire.Faults;
import io.appenv.operator.testing.AwsView;
import io.appenv.operator.testing.Belongings;
import io.appenv.operator.testing.EnvironmentUnderTest;
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

/**
 * Environments of which AWS refuses one creation each, side by side in one region with one that is
 * not refused anything.
 */
@WithOperator
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RefusedCreationsIT {

  /** A write that is throttled is repeated by the SDK too. */
  private static final int CALLS_OF_AN_ATTEMPT = 3;

  private static final Map<Refusal, EnvironmentUnderTest> BROKEN = new EnumMap<>(Refusal.class);
  private static final Map<Refusal, Faults.Rule> RULES = new EnumMap<>(Refusal.class);

  private static AwsView aws;
  private static Instant start;

  @BeforeAll
  static void apply(Sandbox sandbox) {
    aws = new AwsView(sandbox);
    start = Instant.now();
    for (var refusal : Refusal.values()) {
      var environment = EnvironmentUnderTest.inNewNamespace(sandbox.admin(), "production");
      BROKEN.put(refusal, environment);
      RULES.put(
          refusal,
          sandbox
              .wires()
              .faults()
              .always(
                  call ->
                      call.operation().equals(refusal.operation)
                          && call.target().startsWith(environment.awsPrefix()),
                  refusal.fault));
      environment.apply("{}");
    }
  }

  @AfterAll
  static void delete() {
    RULES.values().forEach(Faults.Rule::close);
    BROKEN.values().forEach(EnvironmentUnderTest::delete);
    BROKEN.values().forEach(EnvironmentUnderTest::awaitGone);
    aws.close();
  }

  @ParameterizedTest
  @EnumSource
  @Order(1)
  void itIsToldWithTheRemedyAndTheRequestId(Refusal refusal) {
    var told = environment(refusal).awaitReason(refusal.condition(), refusal.reason);
    assertThat(told.getStatus()).isEqualTo("False");
    assertThat(told.getMessage()).contains(refusal.remedy);
    if (refusal != Refusal.WITHOUT_CODE) {
      assertThat(told.getMessage()).contains("(AWS: ").contains("request id ");
    }
    assertThat(environment(refusal).condition("Ready").orElseThrow().getStatus())
        .isEqualTo("False");
  }

  @Test
  @Order(2)
  void anotherEnvironmentIsNotDelayed(Sandbox sandbox) {
    var healthy = EnvironmentUnderTest.ofOverlay(sandbox.admin(), "production");
    healthy.awaitReady();
    BROKEN.values().forEach(it -> assertThat(it.isReady()).as(it.toString()).isFalse());
    Belongings.assertOneOfEach(healthy, aws);
    healthy.delete();
    healthy.awaitGone();
  }

  /**
   * The pauses double from one second on: so many attempts fit into the time that went by. That
   * there is always another one is seen when the cause is gone.
   */
  @ParameterizedTest
  @EnumSource
  @Order(3)
  void itIsTriedAgainWithGrowingPauses(Refusal refusal) {
    var rule = Objects.requireNonNull(RULES.get(refusal));
    var seconds = Duration.between(start, Instant.now()).toSeconds();
    var attempts = Long.SIZE - Long.numberOfLeadingZeros(seconds + 1) + 1;
    var calls = refusal == Refusal.THROTTLED ? CALLS_OF_AN_ATTEMPT : 1;
    assertThat(rule.applied()).isBetween(2, (int) attempts * calls);
  }

  @ParameterizedTest
  @EnumSource
  @Order(4)
  void onceTheCauseIsGoneItGoesOn(Refusal refusal) {
    RULES.values().forEach(Faults.Rule::close);
    environment(refusal).awaitReady();
    Belongings.assertOneOfEach(environment(refusal), aws);
  }

  private static EnvironmentUnderTest environment(Refusal refusal) {
    return Objects.requireNonNull(BROKEN.get(refusal));
  }
}
