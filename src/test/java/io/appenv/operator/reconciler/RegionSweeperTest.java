package io.appenv.operator.reconciler;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.model.Component;
import io.appenv.operator.model.EngineQuestions;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RegionSweeperTest {

  private static final ResourceID ONE = new ResourceID("one", "shop");
  private static final ResourceID OTHER = new ResourceID("other", "shop");

  private final ScriptedRegion region = new ScriptedRegion();
  private final List<ResourceID> told = new CopyOnWriteArrayList<>();
  private RegionSweeper sweeper = sweeper(told::add);

  private RegionSweeper sweeper(Consumer<ResourceID> listener) {
    var rhythm = new SweepRhythm(Duration.ofMillis(20), Duration.ofMillis(5), Duration.ofMillis(5));
    return RegionSweeper.start(
        Example.REGION,
        region.sweep(),
        rhythm,
        Duration.ofMillis(200),
        Clock.systemUTC(),
        listener,
        (_, _, _) -> {});
  }

  @AfterEach
  void stop() {
    sweeper.stop();
  }

  @Test
  void neitherAnErrorNorAListenerThatFailsEndsTheSweeps() {
    sweeper.stop();
    sweeper =
        sweeper(
            environment -> {
              if (environment.equals(ONE)) {
                throw new IllegalStateException("for a test");
              }
              told.add(environment);
            });
    region.broken = true;
    register(ONE);
    register(OTHER);
    Awaitility.await().until(() -> region.asked.size() > 1);
    region.broken = false;
    Awaitility.await().until(() -> told.contains(OTHER));

    assertThat(sweeper.isHealthy()).isTrue();
  }

  @Test
  void aSettledEnvironmentIsToldOnceThatAwsCannotBeReadAndOnceThatItCan() {
    register(ONE);
    Awaitility.await().until(() -> !told.isEmpty());
    settle(ONE);
    awaitSweeps();
    told.clear();
    region.denied.add("groups");
    Awaitility.await("the failure").until(() -> told.size() >= 1);
    Awaitility.await("the age").until(() -> told.size() >= 2);
    awaitSweeps();
    assertThat(told).hasSize(2);
    region.denied.clear();
    Awaitility.await("the end").until(() -> told.size() >= 3);
    awaitSweeps();
    assertThat(told).hasSize(3);
  }

  /** Enough of them to show what would be told with each. */
  private void awaitSweeps() {
    var asked = region.asked.size();
    Awaitility.await("more sweeps").until(() -> region.asked.size() > asked + 20);
  }

  @Test
  void aServiceThatHangsDelaysNoOther() {
    register(ONE);
    Awaitility.await().until(() -> told.contains(ONE));
    region.hanging.add("groups");
    Awaitility.await("the hang").until(() -> region.hung.contains("groups"));
    told.clear();
    var asked = region.asked.size();
    Awaitility.await("sweeps of the database")
        .until(() -> count(region.asked.subList(asked, region.asked.size()), "instances") > 3);
    sweeper.register(ONE, awaitingDatabase());

    Awaitility.await("news of the database").until(() -> told.contains(ONE));
    assertThat(region.hung).contains("groups");
    assertThat(sweeper.isHealthy()).isTrue();
    region.hanging.clear();
    Awaitility.await("the end of the hang").until(() -> !region.hung.contains("groups"));
  }

  @Test
  void whatNobodyWantsAnyMoreIsNotListed() {
    var database =
        new Needs(
            Set.of(Component.NETWORK, Component.DATABASE),
            Set.of(),
            EngineQuestions.none(),
            Set.of());
    var now = Clock.systemUTC().instant();
    sweeper.register(ONE, Interest.first(database, Optional.empty(), now));
    register(OTHER);
    Awaitility.await().until(() -> told.contains(OTHER));
    sweeper.forget(OTHER);

    assertThat(sweeper.view().snapshot().orElseThrow().isUnlisted(Component.CACHE)).isTrue();
    assertThat(sweeper.view().snapshot().orElseThrow().isUnlisted(Component.DATABASE)).isFalse();
    // One that had begun may still end.
    awaitSweeps();
    region.asked.clear();
    awaitSweeps();
    assertThat(region.asked).doesNotContain("groups").contains("instances");
    assertThat(sweeper.view().snapshot().orElseThrow().isUnlisted(Component.CACHE)).isTrue();
  }

  private static long count(List<String> asked, String listing) {
    return List.copyOf(asked).stream().filter(listing::equals).count();
  }

  private static Interest awaitingDatabase() {
    return new Interest(
        Optional.empty(),
        Example.NEEDS,
        Sight.none(),
        Map.of(Component.DATABASE, Clock.systemUTC().instant()),
        Set.of(),
        false);
  }

  @Test
  void aPictureDoesNotOutliveTheLastInterest() {
    register(ONE);
    Awaitility.await().until(() -> !sweeper.view().isPending());
    sweeper.forget(ONE);

    Awaitility.await().until(() -> sweeper.view().isPending());
  }

  private void register(ResourceID environment) {
    sweeper.register(
        environment, Interest.first(Example.NEEDS, Optional.empty(), Clock.systemUTC().instant()));
  }

  private void settle(ResourceID environment) {
    var desired = Optional.of(Example.desired());
    var seen = sweeper.view().snapshot().orElseThrow();
    sweeper.register(
        environment,
        new Interest(
            desired,
            Example.NEEDS,
            Sight.of(desired, Example.NEEDS, seen),
            Map.of(),
            Set.of(),
            true));
  }
}
