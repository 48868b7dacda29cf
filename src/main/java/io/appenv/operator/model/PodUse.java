package io.appenv.operator.model;

import java.util.Set;

/**
 * What the pods of an environment have to do with its data services.
 *
 * @param credentials UIDs of the credentials Secrets that no pod is without
 * @param databaseIdle whether no pod is left of any tier that uses the database
 * @param groupsCarried whether all pods carry the security groups of their tiers
 * @param ingress what the way in from outside has to do with certificates
 * @param published what its outputs are, which its pods read
 */
public record PodUse(
    Set<String> credentials,
    boolean databaseIdle,
    boolean groupsCarried,
    IngressUse ingress,
    PublishedValues published) {

  /** Of an environment of which nothing is to be published. */
  public PodUse(
      Set<String> credentials, boolean databaseIdle, boolean groupsCarried, IngressUse ingress) {
    this(credentials, databaseIdle, groupsCarried, ingress, PublishedValues.none());
  }

  /** Without an Ingress, and without security groups of pods. */
  public PodUse(Set<String> credentials, boolean databaseIdle) {
    this(credentials, databaseIdle, false, IngressUse.none());
  }

  public PodUse {
    credentials = Set.copyOf(credentials);
  }

  /** The same with this way in. */
  public PodUse with(IngressUse other) {
    return new PodUse(credentials, databaseIdle, groupsCarried, other, published);
  }

  /** The same with these outputs. */
  public PodUse publishing(PublishedValues values) {
    return new PodUse(credentials, databaseIdle, groupsCarried, ingress, values);
  }
}
