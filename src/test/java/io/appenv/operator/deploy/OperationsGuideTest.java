package io.appenv.operator.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.model.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Whoever looks up a reason finds it. */
class OperationsGuideTest {

  private static final Pattern FIRST_COLUMN = Pattern.compile("(?m)^\\| `([A-Za-z]+)` \\|");

  @Test
  void everyReasonIsExplainedOnceAndInOrder() throws IOException {
    var guide = Files.readString(Path.of("docs", "operations.md"));
    var reasons = guide.substring(guide.indexOf("## Reasons"), guide.indexOf("## Deletion"));

    assertThat(words(reasons))
        .containsExactlyElementsOf(Arrays.stream(Reason.values()).map(Reason::word).toList());
  }

  private static List<String> words(String table) {
    return FIRST_COLUMN.matcher(table).results().map(OperationsGuideTest::word).toList();
  }

  private static String word(MatchResult match) {
    return match.group(1);
  }
}
