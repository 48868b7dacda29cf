package io.appenv.operator.model;

import java.time.Instant;

/**
 * A setting that was as the spec wishes, and is so no more, while the wish is the same.
 *
 * @param path below spec
 * @param since when it was first seen
 */
public record Drift(String path, String wished, String found, Instant since, Handling handling) {

  /** What becomes of it. */
  public enum Handling {
    CORRECTED("corrected"),
    /** Putting it back would lose something. */
    ASKED("corrected after approval"),
    /** AWS has no such change. */
    REFUSED("cannot be corrected"),
    REPORTED("reported");

    private final String words;

    Handling(String words) {
      this.words = words;
    }

    /** For people. */
    public String words() {
      return words;
    }
  }

  public boolean isOf(Component component) {
    return path.startsWith(Standing.prefix(component));
  }
}
