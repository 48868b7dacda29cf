package io.appenv.operator.sandbox.wire;

import java.util.Map;

/**
 * What a request asked for, in the words of the service it went to.
 *
 * @param number in order of arrival on both wires together, from 1
 * @param service {@code rds}, {@code elasticache}, {@code ec2}; {@code kubernetes} on that wire
 * @param region of AWS; empty on the Kubernetes wire
 * @param operation {@code CreateDBInstance}; {@code patch appenvironments/status}
 * @param target name of what it is about; {@code namespace/name} in Kubernetes; empty for listings
 * @param parameters of an AWS request; the query of a Kubernetes request
 * @param isWrite whether it changes something where it arrives
 */
public record Call(
    long number,
    Wire wire,
    String service,
    String region,
    String operation,
    String target,
    Map<String, String> parameters,
    boolean isWrite) {

  public Call {
    parameters = Map.copyOf(parameters);
  }

  /** The same request made again has the same signature. */
  public String signature() {
    return target.isEmpty() ? operation : operation + " " + target;
  }

  @Override
  public String toString() {
    return "#%d %s".formatted(number, signature());
  }
}
