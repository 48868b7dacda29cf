package io.appenv.operator.model;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The security groups that concern an environment: those that bear its tags, and those that have
 * the names of its own in its VPC, whosever they are.
 *
 * @param groups in the order of their ids; unseen where they could not be listed
 */
public record ObservedSecurityGroups(Sighting<List<SecurityGroup>> groups) {

  public static ObservedSecurityGroups unseen() {
    return new ObservedSecurityGroups(Sighting.unseen());
  }

  static ObservedSecurityGroups of(Desired desired, RegionSnapshot region) {
    return new ObservedSecurityGroups(
        region
            .securityGroups()
            .seen()
            .found()
            .map(all -> concerning(desired, all.values()))
            .map(Sighting::present)
            .orElseGet(Sighting::unseen));
  }

  private static List<SecurityGroup> concerning(Desired desired, Collection<SecurityGroup> all) {
    var names =
        desired.securityGroups().stream()
            .map(DesiredSecurityGroup::name)
            .collect(Collectors.toUnmodifiableSet());
    return all.stream()
        .filter(
            it ->
                Ownership.owns(desired.environment(), it.tags())
                    || (names.contains(it.name())
                        && desired.vpcId().filter(it.vpcId()::equals).isPresent()))
        .sorted(Comparator.comparing(SecurityGroup::id))
        .toList();
  }

  public boolean isUnseen() {
    return groups instanceof Sighting.Unseen<List<SecurityGroup>>;
  }

  /** All of them; none where they were not seen. */
  public List<SecurityGroup> all() {
    return groups.found().orElse(List.of());
  }

  /** The one of this name. */
  public Optional<SecurityGroup> named(String name) {
    return all().stream().filter(it -> it.name().equals(name)).findFirst();
  }

  /**
   * The id of the environment's own group of this role, once it is there: what a load balancer, a
   * data store or a pod has to carry.
   */
  public Optional<String> idOf(Desired desired, SecurityGroupRole role) {
    return desired.securityGroups().stream()
        .filter(it -> it.role().equals(role))
        .flatMap(it -> named(it.name()).stream())
        .filter(it -> Ownership.owns(desired.environment(), it.tags()))
        .map(SecurityGroup::id)
        .findFirst();
  }
}
