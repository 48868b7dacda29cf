package io.appenv.operator.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.model.IntentRecord;
import io.appenv.operator.model.Plan;
import io.appenv.operator.testing.GuideTable;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What is done in each state, planned and written into the guide. */
class InstanceStatesTest {

  /** All words of the RDS User Guide, "Viewing DB instance status". */
  static final List<String> WORDS =
      List.of(
          "available",
          "backing-up",
          "configuring-associated-roles",
          "configuring-enhanced-monitoring",
          "configuring-iam-database-auth",
          "configuring-log-exports",
          "converting-to-vpc",
          "creating",
          "delete-precheck",
          "deleting",
          "failed",
          "inaccessible-encryption-credentials",
          "inaccessible-encryption-credentials-recoverable",
          "incompatible-create",
          "incompatible-network",
          "incompatible-option-group",
          "incompatible-parameters",
          "incompatible-restore",
          "insufficient-capacity",
          "maintenance",
          "modifying",
          "moving-to-vpc",
          "rebooting",
          "renaming",
          "resetting-master-credentials",
          "restore-error",
          "starting",
          "stopped",
          "stopping",
          "storage-config-upgrade",
          "storage-full",
          "storage-initialization",
          "storage-optimization",
          "upgrading");

  private static final GuideTable GUIDE = new GuideTable(Path.of("docs/states.md"), "## Database");

  @ParameterizedTest
  @FieldSource("WORDS")
  void isKnown(String word) {
    assertThat(InstanceState.of(word)).isNotInstanceOf(InstanceState.Unknown.class);
  }

  @Test
  void theGuideSaysWhatIsPlanned() {
    GUIDE.assertIs(
        Stream.concat(
                Stream.of(List.of("State", "A larger class", "More storage", "The deletion")),
                GuideTable.rows(
                    Stream.concat(WORDS.stream(), Stream.of("any-other")),
                    InstanceStatesTest::cells))
            .toList());
  }

  private static Stream<String> cells(String word) {
    return Stream.of(
            new Situation(word).larger(),
            new Situation(word).grown(),
            new Situation(word).deleted())
        .map(GuideTable::words);
  }

  /** A production database in a state. */
  private static final class Situation {

    private final SimulatedDatabase aws = new SimulatedDatabase();
    private final DatabasePasses passes = new DatabasePasses(aws);

    Situation(String word) {
      passes.apply(DatabaseExample.production());
      aws.instance().status = word;
    }

    Plan larger() {
      return passes.plan(DatabaseExample.production(it -> it.instanceClass = "db.t3.large"));
    }

    Plan grown() {
      return passes.plan(DatabaseExample.production(it -> it.storageGib = 200));
    }

    Plan deleted() {
      return new DatabasePlanner()
          .delete(DatabaseExample.production(), aws.observed(), IntentRecord.none());
    }
  }
}
