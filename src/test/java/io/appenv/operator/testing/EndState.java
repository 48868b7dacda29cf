package io.appenv.operator.testing;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Everything an environment has, in the cluster and in AWS, with what differs between two
 * environments of the same manifest taken out. Two runs that ended alike have equal end states.
 */
public record EndState(Map<String, String> resources) {

  public static EndState of(EnvironmentUnderTest environment, String uid, AwsView aws) {
    var masking = new Masking(environment.namespace(), Optional.of(uid));
    var names = AwsState.names(aws, environment);
    var all = new TreeMap<String, String>();
    ClusterState.of(environment)
        .forEach((name, text) -> all.put(masking.mask(name), masking.mask(named(text, names))));
    AwsState.of(aws, environment)
        .forEach((name, text) -> all.merge(masking.mask(name), masking.mask(text), EndState::both));
    return new EndState(all);
  }

  /** What is otherwise here than there, a line a resource; empty when the two are equal. */
  public List<String> differencesFrom(EndState expected) {
    var names = new TreeSet<>(resources.keySet());
    names.addAll(expected.resources.keySet());
    return names.stream()
        .filter(name -> !Objects.equals(resources.get(name), expected.resources.get(name)))
        .map(
            name ->
                "%s%n  expected %s%n  but was  %s"
                    .formatted(name, expected.resources.get(name), resources.get(name)))
        .toList();
  }

  /** What an object refers to in AWS: an id that is nothing's stays, and so is a difference. */
  private static String named(String text, Map<String, String> names) {
    var named = text;
    for (var name : names.entrySet()) {
      named = named.replace(name.getKey(), name.getValue());
    }
    return named;
  }

  /** Two resources that are one but for their hashes: exactly what must never be. */
  private static String both(String one, String other) {
    return one + " AND " + other;
  }
}
