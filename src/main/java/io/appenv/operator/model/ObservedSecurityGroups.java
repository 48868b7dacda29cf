package io.appenv.operator.model;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The security groups that concern an environment: those that bear its tags, and those that have
 * the names of its own in its VPC, whosever they are.
 *
 * @param groups in the order of their ids; unseen where they could not be listed
 * @param ofOthers what else bears names of ours and is carried by a data store that the spec names
 * @param carriedElsewhere ids of those that other data stores carry
 */
public record ObservedSecurityGroups(
    Sighting<List<SecurityGroup>> groups,
    List<SecurityGroup> ofOthers,
    Set<String> carriedElsewhere) {

  public ObservedSecurityGroups {
    ofOthers = List.copyOf(ofOthers);
    carriedElsewhere = Set.copyOf(carriedElsewhere);
  }

  /** Which no data store is known to carry. */
  public ObservedSecurityGroups(Sighting<List<SecurityGroup>> groups) {
    this(groups, List.of(), Set.of());
  }

  public static ObservedSecurityGroups unseen() {
    return new ObservedSecurityGroups(Sighting.unseen());
  }

  static ObservedSecurityGroups of(Desired desired, RegionSnapshot region) {
    return region
        .securityGroups()
        .seen()
        .found()
        .map(all -> of(desired, all.values(), region))
        .orElseGet(ObservedSecurityGroups::unseen);
  }

  private static ObservedSecurityGroups of(
      Desired desired, Collection<SecurityGroup> all, RegionSnapshot region) {
    var named =
        Stream.concat(
                desired.database().map(DesiredDatabase::identifier).stream(),
                desired.cache().map(DesiredCache::identifier).stream())
            .collect(Collectors.toUnmodifiableSet());
    var own = concerning(desired, all);
    var carried = carried(region, named::contains);
    var elsewhere = carried(region, name -> !named.contains(name));
    return new ObservedSecurityGroups(
        Sighting.present(own),
        all.stream()
            .filter(it -> carried.contains(it.id()))
            .filter(it -> !Ownership.owns(desired.environment(), it.tags()))
            .sorted(Comparator.comparing(SecurityGroup::id))
            .toList(),
        own.stream()
            .map(SecurityGroup::id)
            .filter(elsewhere::contains)
            .collect(Collectors.toUnmodifiableSet()));
  }

  /** What environments left which are gone, and this one's data stores carry. */
  public List<SecurityGroup> leftBehind(EnvironmentId environment) {
    return ofOthers.stream().filter(it -> Ownership.isLeftBehind(environment, it.tags())).toList();
  }

  private static Set<String> carried(RegionSnapshot region, Predicate<String> which) {
    return Stream.concat(stores(region.databaseInstances()), stores(region.replicationGroups()))
        .filter(it -> which.test(it.identifier()))
        .flatMap(it -> it.securityGroups().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Stream<DataStore> stores(
      Listing<? extends Map<String, ? extends DataStore>> listing) {
    return listing.seen().found().stream().flatMap(all -> all.values().stream());
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
