package io.appenv.operator.model;

import java.util.Comparator;

/**
 * One rule of a security group for connections that come in. A group has no rules that refuse:
 * whatever none of its rules lets in stays out, and answers pass without a rule.
 *
 * @param protocol as EC2 writes it: tcp, udp, icmp, a number, or -1 for all
 * @param fromPort the lowest port; -1 where the protocol has none, or all are meant
 * @param toPort the highest port, as the lowest
 */
public record IngressRule(String protocol, int fromPort, int toPort, RuleSource source) {

  /** In an order that does not change by itself. */
  public static final Comparator<IngressRule> ORDER =
      Comparator.comparing(IngressRule::protocol)
          .thenComparing(IngressRule::fromPort)
          .thenComparing(IngressRule::toPort)
          .thenComparing(rule -> rule.source().toString());

  private static final String TCP = "tcp";

  /** Of one TCP port, from 1 to 65535. */
  public static IngressRule tcp(int port, RuleSource source) {
    return new IngressRule(TCP, port, port, source);
  }

  public IngressRule from(RuleSource other) {
    return new IngressRule(protocol, fromPort, toPort, other);
  }

  /** For people, such as tcp 8000 from frontend. */
  @Override
  public String toString() {
    return "%s%s from %s"
        .formatted(protocol.equals("-1") ? "everything" : protocol, ports(), source);
  }

  private String ports() {
    if (fromPort < 0) {
      return "";
    }
    return fromPort == toPort ? " " + fromPort : " " + fromPort + "-" + toPort;
  }
}
