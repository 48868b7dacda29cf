package io.appenv.operator.testing;

import java.util.Map;
import java.util.TreeMap;

/**
 * Everything an environment has, in the cluster and in AWS, with what differs between two
 * environments of the same manifest taken out. Two runs that ended alike have equal end states.
 */
public record EndState(Map<String, String> resources) {

  public static EndState of(EnvironmentUnderTest environment, String uid, AwsView aws) {
    var masking = new Masking(environment.namespace(), uid);
    var all = new TreeMap<String, String>();
    ClusterState.of(environment)
        .forEach((name, text) -> all.put(masking.mask(name), masking.mask(text)));
    AwsState.of(aws, environment.awsPrefix())
        .forEach((name, text) -> all.merge(masking.mask(name), masking.mask(text), EndState::both));
    return new EndState(all);
  }

  /** Two resources that are one but for their hashes: exactly what must never be. */
  private static String both(String one, String other) {
    return one + " AND " + other;
  }
}
