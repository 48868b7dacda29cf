package io.appenv.operator.model;

import java.util.List;

/**
 * How clients get into a replication group.
 *
 * @param authenticated whether it knows an AUTH token
 * @param securityGroups ids of those that its nodes carry; none where AWS has not told
 */
public record GroupAccess(
    TransitEncryption transit, boolean authenticated, List<String> securityGroups) {

  public GroupAccess {
    securityGroups = List.copyOf(securityGroups);
  }

  /** Of whose security groups nothing is known. */
  public GroupAccess(TransitEncryption transit, boolean authenticated) {
    this(transit, authenticated, List.of());
  }
}
