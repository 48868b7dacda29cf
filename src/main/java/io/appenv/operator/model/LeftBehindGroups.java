package io.appenv.operator.model;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The security groups that environments left which are gone, as far as data stores carry them that
 * the spec names.
 *
 * @param environment that takes them over
 */
record LeftBehindGroups(EnvironmentId environment, ObservedSecurityGroups groups) {

  /** Those among these ids that are not taken over yet. */
  List<SecurityGroup> of(Collection<String> ids) {
    return groups.leftBehind(environment).stream().filter(it -> ids.contains(it.id())).toList();
  }

  /** The id of the one that has this name. */
  Optional<String> idOf(String name) {
    return groups.leftBehind(environment).stream()
        .filter(it -> it.name().equals(name))
        .map(SecurityGroup::id)
        .findFirst();
  }

  /** Whether it is one, or was until it was taken over. */
  boolean contains(String id) {
    return !of(List.of(id)).isEmpty()
        || groups.all().stream()
            .filter(it -> it.id().equals(id))
            .anyMatch(it -> Ownership.owns(environment, it.tags()));
  }
}
