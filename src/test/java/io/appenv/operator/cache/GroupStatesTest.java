package io.appenv.operator.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.model.IntentRecord;
import io.appenv.operator.testing.GuideTable;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What is done in each state, planned and written into the guide. */
class GroupStatesTest {

  /** Those of a replication group and of its member clusters, by the ElastiCache API reference. */
  static final List<String> WORDS =
      List.of(
          "available",
          "create-failed",
          "creating",
          "deleting",
          "incompatible-network",
          "modifying",
          "rebooting cluster nodes",
          "restore-failed",
          "snapshotting");

  private static final GuideTable GUIDE = new GuideTable(Path.of("docs/states.md"), "## Cache");

  @ParameterizedTest
  @FieldSource("WORDS")
  void isKnown(String word) {
    assertThat(GroupState.of(word)).isNotInstanceOf(GroupState.Unknown.class);
  }

  @Test
  void theGuideSaysWhatIsPlanned() {
    GUIDE.assertIs(
        Stream.concat(
                Stream.of(List.of("State", "A larger node type", "The deletion")),
                GuideTable.rows(
                    Stream.concat(WORDS.stream(), Stream.of("any-other")), GroupStatesTest::cells))
            .toList());
  }

  private static Stream<String> cells(String word) {
    var aws = new SimulatedCache();
    var passes = new CachePasses(aws);
    passes.apply(CacheExample.production());
    aws.group().status = word;
    var larger = passes.plan(CacheExample.production(it -> it.nodeType = "cache.m6g.large"));
    var deleted =
        new CachePlanner().delete(CacheExample.production(), aws.observed(), IntentRecord.none());
    return Stream.of(larger, deleted).map(GuideTable::words);
  }
}
