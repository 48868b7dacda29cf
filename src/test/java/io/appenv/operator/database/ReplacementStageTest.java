package io.appenv.operator.database;

import static io.appenv.operator.database.ReplacementExample.FORMER;
import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.api.v1alpha1.AppEnvironment;
import io.appenv.operator.golden.Blueprints;
import io.appenv.operator.model.DataBackend;
import io.appenv.operator.model.DatabaseAction;
import io.appenv.operator.model.DesiredTier;
import io.appenv.operator.model.Ownership;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How far a replacement is, and what that means for the tiers. */
class ReplacementStageTest {

  private static final String TIERS =
      """
      apiVersion: appenv.io/v1alpha1
      kind: AppEnvironment
      metadata: {name: preview, namespace: shop, uid: 00000000-0000-4000-8000-000000000001}
      spec:
        stage: Development
        tiers:
          - name: frontend
            image: registry.example.com/shop/frontend:1.0.0
            resources: {cpu: 500m, memory: 1Gi}
            scaling: {min: 1, max: 1}
          - name: backend
            image: registry.example.com/shop/backend:1.0.0
            resources: {cpu: 500m, memory: 1Gi}
            uses: [database]
            scaling: {min: 1, max: 1}
        database: {version: "17", instanceClass: db.t3.micro, storage: 20Gi}
      """;

  private final ReplacementExample example = new ReplacementExample(it -> it.tiers = tiers());
  private final SimulatedDatabase aws = example.aws;

  private static List<DesiredTier> tiers() {
    return Blueprints.connected(Serialization.unmarshal(TIERS, AppEnvironment.class))
        .desired()
        .tiers();
  }

  @Test
  void thePodsOfTheTiersThatUseItAreStopped() {
    assertThat(stopped()).isEmpty();
    assertThat(example.passes.plan(example.wanted).actions().getFirst().reason())
        .contains("the pods of backend are stopped")
        .doesNotContain("given up");
    example.begin();
    assertThat(stage()).isInstanceOf(ReplacementStage.Begun.class);
    assertThat(stopped()).containsExactly("backend");
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        DatabaseAction.RenameInstance.class,
        DatabaseAction.CopySnapshot.class,
        DatabaseAction.RestoreInstance.class
      })
  void andStayStopped(Class<? extends DatabaseAction> last) {
    example.until(last);
    assertThat(stopped()).containsExactly("backend");
    assertThat(stage().replaced()).map(it -> it.identifier()).contains(FORMER);
    assertThat(keptUntil()).isEmpty();
  }

  @Test
  void untilTheCopyServes() {
    example.complete();
    assertThat(stage()).isInstanceOf(ReplacementStage.Kept.class);
    assertThat(stopped()).isEmpty();
  }

  @Test
  void whatWasGivenUpStopsNobodyAndIsAskedForAnew() {
    example.passes.idle = false;
    example.begin();
    example.passes.apply(example.before);
    assertThat(stage()).isEqualTo(new ReplacementStage.None());
    assertThat(stage().replaced()).isEmpty();
    assertThat(stopped()).isEmpty();
    assertThat(example.passes.plan(example.wanted).actions().getFirst().reason())
        .contains("after one that was given up");
  }

  @Test
  void whereNoTierUsesItNoneIsSaidToBeStopped() {
    var alone = new ReplacementExample();
    assertThat(alone.passes.plan(alone.wanted).actions().getFirst().reason())
        .contains("no tier uses it");
  }

  @Test
  void aMarkOnWhatIsNotOursStopsNobody() {
    example.begin();
    aws.instance().tags.put(Ownership.UID, "uid-2");
    assertThat(stopped()).isEmpty();
  }

  @Test
  void aMarkOnWhatWasReleasedStopsNobody() {
    example.begin();
    aws.instance().tags.put(Ownership.RELEASED, "true");
    assertThat(stopped()).isEmpty();
  }

  @Test
  void whatBearsTheOtherNameAndIsNotOursIsNoFormerOne() {
    example.until(DatabaseAction.RestoreInstance.class);
    aws.former().tags.put(Ownership.UID, "uid-2");
    assertThat(stage()).isEqualTo(new ReplacementStage.None());
  }

  @Test
  void whatBearsTheOtherNameWithoutAMarkIsNoFormerOne() {
    example.until(DatabaseAction.RestoreInstance.class);
    aws.former().tags.remove(Ownership.REPLACEMENT);
    assertThat(stage()).isEqualTo(new ReplacementStage.None());
    aws.former().tags.put(Ownership.REPLACEMENT, ReplacementStage.ABANDONED);
    assertThat(stage()).isEqualTo(new ReplacementStage.None());
  }

  @Test
  void theMarkNamesTheSnapshotInEachStage() {
    assertThat(snapshot("s-1")).contains("s-1");
    assertThat(snapshot("completed:s-1")).contains("s-1");
    assertThat(snapshot("abandoned")).isEmpty();
  }

  private Optional<String> snapshot(String mark) {
    aws.instance().tags.put(Ownership.REPLACEMENT, mark);
    return ReplacementStage.snapshot(aws.instance().seen());
  }

  @Test
  void serversInTheClusterAreNotReplaced() {
    example.begin();
    var inCluster =
        DatabaseExample.production(
            it -> {
              it.tiers = tiers();
              it.backend = DataBackend.IN_CLUSTER;
            });
    assertThat(DatabaseReplacement.stoppedTiers(inCluster, aws.observed(inCluster))).isEmpty();
  }

  private ReplacementStage stage() {
    return ReplacementStage.of(
        DatabaseExample.ENVIRONMENT, aws.observed(example.wanted).database());
  }

  private Set<String> stopped() {
    return DatabaseReplacement.stoppedTiers(example.wanted, aws.observed(example.wanted));
  }

  private Optional<?> keptUntil() {
    return DatabaseReplacement.keptUntil(example.wanted, aws.observed(example.wanted));
  }
}
