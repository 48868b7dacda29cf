package io.appenv.operator.model;

/**
 * How a database is replaced by a copy of itself.
 *
 * @param wanted whether what AWS has no change for may be brought about in this way
 * @param former identifier under which the replaced instance is kept
 * @param snapshots what the names of the snapshots begin with that the copies are made of
 * @param keepDays for how long the replaced instance is kept at least
 */
public record ReplacementTerms(boolean wanted, String former, String snapshots, int keepDays) {

  private static final String COPY = "-copy";

  /** The name of the snapshot of one replacement; at most 70 characters. */
  public String snapshot(int number) {
    return snapshots + "-" + number;
  }

  /** The name of the snapshot that is taken of a replaced instance without one. */
  public String last() {
    return snapshots + "-final";
  }

  /** The copy of a snapshot that is encrypted with the other key; at most 75 characters. */
  public static String copyOf(String snapshot) {
    return snapshot + COPY;
  }

  /** Whether a snapshot bears a name of a replacement. */
  boolean names(String snapshot) {
    return snapshot.startsWith(snapshots + "-");
  }
}
