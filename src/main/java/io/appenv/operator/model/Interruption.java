package io.appenv.operator.model;

/**
 * What the users of a data store or tier notice of a change; ordered from nothing to the longest.
 * From "Modifying an Amazon RDS DB instance", "Upgrading a PostgreSQL DB engine" and "Scaling
 * clusters" of the Amazon RDS and ElastiCache user guides.
 */
public enum Interruption {
  NONE("none"),
  /** A replica takes over: RDS needs one to two minutes, ElastiCache seconds. */
  FAILOVER("a failover, seconds to two minutes without connections"),
  /** Nothing serves in the meantime. */
  RESTART("a restart, minutes without service"),
  /** A new data store takes the place of the old one. */
  REPLACEMENT("a replacement, minutes to hours without service"),
  /** Of a tier that the spec has no more. */
  REMOVAL("an end for good");

  private final String words;

  Interruption(String words) {
    this.words = words;
  }

  /** For people. */
  public String words() {
    return words;
  }

  /** Where there is no replica to take over, what would be a failover is a restart. */
  public Interruption whereRedundant(boolean redundant) {
    return this == FAILOVER && !redundant ? RESTART : this;
  }
}
