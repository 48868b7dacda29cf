package io.appenv.operator.model;

/** From where a rule of a security group lets connections in. */
public sealed interface RuleSource {

  /** What carries another group of the environment, whose id AWS gives only when it is made. */
  record OfRole(SecurityGroupRole role) implements RuleSource {
    @Override
    public String toString() {
      return role.name();
    }
  }

  /** What carries a group. */
  record OfGroup(String id) implements RuleSource {
    @Override
    public String toString() {
      return id;
    }
  }

  /**
   * Addresses, of IPv4 or of IPv6.
   *
   * @param cidr as EC2 writes it
   */
  record OfRange(String cidr) implements RuleSource {

    public boolean isIpv6() {
      return cidr.indexOf(':') >= 0;
    }

    @Override
    public String toString() {
      return cidr;
    }
  }

  /** The addresses of a prefix list, which nobody here asks for. */
  record OfPrefixList(String id) implements RuleSource {
    @Override
    public String toString() {
      return id;
    }
  }
}
