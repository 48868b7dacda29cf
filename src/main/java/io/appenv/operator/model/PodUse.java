package io.appenv.operator.model;

import java.util.Set;

/**
 * What the pods of an environment have to do with its data services.
 *
 * @param credentials UIDs of the credentials Secrets that no pod is without
 * @param databaseIdle whether no pod is left of any tier that uses the database
 */
public record PodUse(Set<String> credentials, boolean databaseIdle) {

  public PodUse {
    credentials = Set.copyOf(credentials);
  }
}
