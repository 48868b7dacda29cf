package io.appenv.operator.testing;

import io.appenv.operator.api.v1alpha1.AppEnvironment;
import io.appenv.operator.resolver.ChangeControls;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;

/** One environment from its creation to its end, and what there was after each phase. */
final class Life {

  private static final String CHANGE_SPEC =
      """
      operations: {changes: ApproveAll}
      database: {storage: 120Gi, backup: {pointInTime: 8d}}
      cache: {nodes: 3}
      """;

  private static final String CHANGE_TIERS =
      """
      - {op: replace, path: /spec/tiers/1/image, value: "registry.example.com/shop/backend:1.0.1"}
      - {op: replace, path: /spec/tiers/0/scaling/max, value: 5}
      """;

  /** What happens to it meanwhile; makes the steps of every phase. */
  interface Company {
    void phase(Phase phase, EnvironmentUnderTest environment, Runnable steps);
  }

  private Life() {}

  static Map<Phase, EndState> lead(Ground ground, Company company) {
    var aws = ground.aws();
    var environment = EnvironmentUnderTest.inNewNamespace(ground.sandbox().admin(), "production");
    var states = new EnumMap<Phase, EndState>(Phase.class);
    var uid = new String[1];
    company.phase(
        Phase.CREATE,
        environment,
        () -> {
          environment.apply("{}");
          awaitSettled(environment);
          uid[0] = environment.get().getMetadata().getUid();
        });
    states.put(Phase.CREATE, EndState.of(environment, uid[0], aws));
    company.phase(Phase.CHANGE, environment, () -> change(environment));
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

  private static void change(EnvironmentUnderTest environment) {
    environment.patchSpec(CHANGE_SPEC);
    environment.patchJson(CHANGE_TIERS);
    awaitReadyByApproval(environment);
    awaitSettled(environment);
  }

  /** Ready may be true during a backup; the end of a phase is when AWS is done too. */
  private static void awaitSettled(EnvironmentUnderTest environment) {
    environment.awaitReady();
    environment.await(
        "AWS to be done for " + environment,
        it ->
            it.getStatus() != null
                && "available".equals(it.getStatus().databaseState())
                && "available".equals(it.getStatus().cacheState()));
    environment.awaitReady();
  }

  /** As a person who approves whatever is shown. */
  private static void awaitReadyByApproval(EnvironmentUnderTest environment) {
    environment.await(
        "the change to be approved and made",
        it -> {
          EnvironmentUnderTest.hashToApprove(it)
              .filter(hash -> !ChangeControls.annotated(it).equals(Optional.of(hash)))
              .ifPresent(hash -> environment.annotate(AppEnvironment.APPROVE, hash));
          return EnvironmentUnderTest.isReady(it);
        });
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
