package io.appenv.operator.model;

/**
 * How a cache takes connections, in the order in which ElastiCache goes from one to the next; it
 * skips none.
 */
public enum TransitEncryption {
  /** Plain ones only. */
  NONE("none"),
  /** With TLS and without, for as long as clients move over. */
  PREFERRED("preferred"),
  /** With TLS only. */
  REQUIRED("required");

  private final String word;

  TransitEncryption(String word) {
    this.word = word;
  }

  /** As ElastiCache says it. */
  public String word() {
    return word;
  }
}
