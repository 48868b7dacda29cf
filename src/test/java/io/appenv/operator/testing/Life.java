package io.appenv.operator.testing;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.awaitility.Awaitility;

/** One environment from its creation to its end, and what there was after each phase. */
final class Life {

  /** What happens to it meanwhile; makes the steps of every phase. */
  interface Company {
    void phase(Phase phase, EnvironmentUnderTest environment, Runnable steps);
  }

  private Life() {}

  static Map<Phase, EndState> lead(Ground ground, Company company) {
    var aws = ground.aws();
    var environment =
        EnvironmentUnderTest.inNewNamespace(ground.sandbox().admin(), "production")
            .through(ground.operator());
    var states = new EnumMap<Phase, EndState>(Phase.class);
    var uid = new String[1];
    company.phase(
        Phase.CREATE,
        environment,
        () -> {
          ground.course().create(environment);
          uid[0] = environment.get().getMetadata().getUid();
        });
    states.put(Phase.CREATE, EndState.of(environment, uid[0], aws));
    company.phase(Phase.CHANGE, environment, () -> ground.course().change(environment));
    states.put(Phase.CHANGE, EndState.of(environment, uid[0], aws));
    company.phase(
        Phase.DELETE,
        environment,
        () -> {
          environment.delete();
          environment.awaitGone();
        });
    awaitGarbageCollected(environment);
    states.put(Phase.DELETE, EndState.of(environment, uid[0], aws));
    return states;
  }

  /** Ready may be true during a backup; the end of a phase is when AWS is done too. */
  static void awaitSettled(EnvironmentUnderTest environment) {
    environment.awaitReady();
    environment.await(
        "AWS to be done for " + environment,
        it ->
            it.getStatus() != null
                && "available".equals(it.getStatus().databaseState())
                && "available".equals(it.getStatus().cacheState()));
    environment.awaitReady();
  }

  /** What the environment owned goes after it, by the cluster's own hand. */
  private static void awaitGarbageCollected(EnvironmentUnderTest environment) {
    Awaitility.await("garbage collection in " + environment.namespace())
        .atMost(EnvironmentUnderTest.PATIENCE)
        .pollInterval(Duration.ofMillis(200))
        .until(
            () ->
                ClusterState.of(environment).values().stream()
                    .noneMatch(it -> it.endsWith("owned")));
  }
}
