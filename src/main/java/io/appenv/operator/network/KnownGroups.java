package io.appenv.operator.network;

import io.appenv.operator.model.DataStore;
import io.appenv.operator.model.Desired;
import io.appenv.operator.model.DesiredSecurityGroup;
import io.appenv.operator.model.IngressRule;
import io.appenv.operator.model.Observed;
import io.appenv.operator.model.Ownership;
import io.appenv.operator.model.RuleSource;
import io.appenv.operator.model.SecurityGroup;
import io.appenv.operator.model.SecurityGroupRole;
import io.appenv.operator.model.Sighting;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The groups of an environment that AWS has, by role and by id.
 *
 * @param leftBehind by environments that are gone, and carried by a data store of this one
 * @param carried ids of what its data stores carry
 */
record KnownGroups(
    Desired desired, List<SecurityGroup> own, List<SecurityGroup> leftBehind, Set<String> carried) {

  KnownGroups {
    own = List.copyOf(own);
    leftBehind = List.copyOf(leftBehind);
    carried = Set.copyOf(carried);
  }

  static KnownGroups of(Desired desired, Observed observed) {
    return new KnownGroups(
        desired,
        observed.securityGroups().all().stream()
            .filter(it -> Ownership.owns(desired.environment(), it.tags()))
            .toList(),
        desired
            .clusterGroup()
            .map(_ -> observed.securityGroups().leftBehind(desired.environment()))
            .orElseGet(List::of),
        carried(observed));
  }

  private static Set<String> carried(Observed observed) {
    return Stream.<Sighting<? extends DataStore>>of(
            observed.database().instance(),
            observed.database().replacement().former(),
            observed.cache().group())
        .flatMap(it -> it.found().stream())
        .flatMap(it -> it.securityGroups().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  Optional<SecurityGroup> find(DesiredSecurityGroup wanted) {
    return own.stream().filter(it -> it.name().equals(wanted.name())).findFirst();
  }

  /** As they are once what was left behind is the environment's. */
  KnownGroups takenOver() {
    return new KnownGroups(
        desired, Stream.concat(own.stream(), leftBehind.stream()).toList(), List.of(), carried);
  }

  /** Whether one of this name is there that its data store is about to take over. */
  boolean isTakenOver(DesiredSecurityGroup wanted) {
    return find(wanted).isEmpty()
        && leftBehind.stream().anyMatch(it -> it.name().equals(wanted.name()));
  }

  /** Those that the spec has no use for. */
  List<SecurityGroup> others() {
    return own.stream()
        .filter(
            it -> desired.securityGroups().stream().noneMatch(its -> its.name().equals(it.name())))
        .toList();
  }

  /** A rule as EC2 knows it; empty while the group that it names is still to be made. */
  Optional<IngressRule> resolved(IngressRule rule) {
    return rule.source() instanceof RuleSource.OfRole(var role)
        ? id(role).map(id -> rule.from(new RuleSource.OfGroup(id)))
        : Optional.of(rule);
  }

  private Optional<String> id(SecurityGroupRole role) {
    return desired.securityGroups().stream()
        .filter(it -> it.role().equals(role))
        .flatMap(it -> find(it).stream())
        .map(SecurityGroup::id)
        .findFirst();
  }

  /** A rule as EC2 has it, for people: groups of the environment by their role. */
  IngressRule inWords(IngressRule rule) {
    return rule.source() instanceof RuleSource.OfGroup(var id)
        ? own.stream()
            .filter(it -> it.id().equals(id))
            .findFirst()
            .map(it -> rule.from(new RuleSource.OfRole(role(it))))
            .orElse(rule)
        : rule;
  }

  /** Otherwise an environment of another name made it. */
  boolean isOfThisName(SecurityGroup group) {
    return !role(group).name().equals(group.name());
  }

  /** The names of all groups end in their role. */
  SecurityGroupRole role(SecurityGroup group) {
    return desired.securityGroups().stream()
        .map(it -> it.name().substring(0, it.name().length() - it.role().name().length()))
        .filter(prefix -> group.name().startsWith(prefix))
        .findFirst()
        .map(prefix -> new SecurityGroupRole(group.name().substring(prefix.length())))
        .orElseGet(() -> new SecurityGroupRole(group.name()));
  }
}
