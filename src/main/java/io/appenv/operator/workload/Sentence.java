package io.appenv.operator.workload;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes one short line of what the kubelet or a controller says. */
final class Sentence {

  private static final int LONGEST = 300;

  private static final Pattern BLANKS = Pattern.compile("\\s+");

  /** Stands before the cause in every other message while the kubelet backs off and tries again. */
  private static final Pattern BACK_OFF =
      Pattern.compile("^Back-off pulling image \"[^\"]*\"(: ErrImagePull: )?");

  private Sentence() {}

  static String of(@Nullable String message) {
    var line = message == null ? "" : BLANKS.matcher(message).replaceAll(" ").strip();
    if (line.isEmpty()) {
      return "no further message.";
    }
    return line.length() > LONGEST ? line.substring(0, LONGEST) + "..." : line;
  }

  /** Of the messages of pulling and of backing off, what they have in common: the cause. */
  static String ofPull(@Nullable String message) {
    return of(message == null ? null : BACK_OFF.matcher(message).replaceFirst(""));
  }
}
