package io.appenv.operator.testing;

import io.appenv.operator.api.v1alpha1.AppEnvironment;
import io.appenv.operator.resolver.ChangeControls;
import java.util.Optional;

/** Production as it is in {@code deploy/overlays}, changed in its data stores and its tiers. */
final class UsualCourse implements Course {

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

  @Override
  public void create(EnvironmentUnderTest environment) {
    environment.apply("{}");
    Life.awaitSettled(environment);
  }

  @Override
  public void change(EnvironmentUnderTest environment) {
    environment.patchSpec(CHANGE_SPEC);
    environment.patchJson(CHANGE_TIERS);
    awaitReadyByApproval(environment);
    Life.awaitSettled(environment);
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
}
