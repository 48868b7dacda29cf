package io.appenv.operator.model;

import java.util.List;

/**
 * Somebody outside of the environment who may connect to a part of it.
 *
 * @param to whose group lets it in
 * @param from a range of addresses, or a security group
 * @param ports of TCP
 */
public record DesiredPeer(SecurityGroupRole to, RuleSource from, List<Integer> ports) {
  public DesiredPeer {
    ports = List.copyOf(ports);
  }
}
