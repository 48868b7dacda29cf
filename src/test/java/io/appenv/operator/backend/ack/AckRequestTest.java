package io.appenv.operator.backend.ack;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.model.Action;
import io.appenv.operator.model.CacheAction;
import io.appenv.operator.model.DatabaseAction;
import io.appenv.operator.model.DatabaseInstance.Pending;
import io.appenv.operator.model.GroupSetting;
import io.appenv.operator.model.InstanceSetting;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AckRequestTest {

  private static final Action LARGER =
      new DatabaseAction.ModifyInstance(
          "db", List.of(new InstanceSetting.InstanceClass("db.t3.large")), true);

  @Test
  void aChangeNamesWhatAwsHasAndWhatItChanges() {
    assertThat(spec(LARGER))
        .containsEntry("dbInstanceClass", "db.t3.large")
        .containsEntry("engineVersion", "17.6")
        .containsEntry("allocatedStorage", 100)
        .containsEntry("backupRetentionPeriod", 7)
        .doesNotContainKeys("masterUserPassword", "maxAllocatedStorage");
  }

  /** A controller removes the tags it is not told of, and adds its own. */
  @Test
  void tagsOfOthersAreNamedToo() {
    assertThat(spec(LARGER)).containsEntry("tags", List.of(Map.of("key", "team", "value", "shop")));
  }

  @Test
  void thePasswordIsReadFromTheSecretOfTheEnvironment() {
    var create = new DatabaseAction.CreateInstance(AckExample.desired().database().orElseThrow());

    assertThat(spec(create))
        .containsEntry(
            "masterUserPassword",
            Map.of(
                "namespace", "shop",
                "name", "production-database-credentials",
                "key", "password"));
  }

  /** It would be sent, and rotated, with every change. */
  @Test
  void anAuthTokenIsNamedToCreateWithItOnly() {
    var create = new CacheAction.CreateGroup(AckExample.desired().cache().orElseThrow(), List.of());
    var change =
        new CacheAction.ModifyGroup(
            "cache", List.of(new GroupSetting.NodeType("cache.t3.large")), true);

    assertThat(spec(create)).containsKey("authToken");
    assertThat(spec(change)).doesNotContainKey("authToken").containsEntry("port", 6379);
  }

  @Test
  void onlyADeletionLetsTheControllerDelete() {
    var retain = Map.entry(AckAnnotations.DELETION_POLICY, "retain");

    assertThat(AckAnnotations.creating("r")).contains(retain);
    assertThat(AckAnnotations.changing("r")).contains(retain);
    assertThat(AckAnnotations.resting()).contains(retain);
    assertThat(
            AckAnnotations.deleting(
                "r", new DatabaseAction.DeleteInstance("db", Optional.of("copy"))))
        .containsEntry(AckAnnotations.DELETION_POLICY, "delete")
        .containsEntry(AckAnnotations.SKIP_FINAL_SNAPSHOT, "false")
        .containsEntry(AckAnnotations.FINAL_SNAPSHOT, "copy");
  }

  private static Map<String, Object> spec(Action action) {
    return AckRequest.of(AckExample.desired(), AckExample.observed(Pending.none()), action).spec();
  }
}
