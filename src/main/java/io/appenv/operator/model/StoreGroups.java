package io.appenv.operator.model;

import java.util.List;

/** The security groups that a data store is created with. */
public sealed interface StoreGroups {

  /** None is named, so that AWS takes the default one of the VPC. */
  record VpcDefault() implements StoreGroups {}

  /** Its own, which is still to be made. */
  record Awaited() implements StoreGroups {}

  /**
   * Its own.
   *
   * @param id as EC2 gave it
   */
  record Own(String id) implements StoreGroups {}

  /** A store that let in its own group only would shut out pods that carry no group of ours. */
  static StoreGroups of(Desired desired, Observed observed, SecurityGroupRole role) {
    if (desired.clusterGroup().isEmpty()) {
      return new VpcDefault();
    }
    return observed
        .securityGroups()
        .idOf(desired, role)
        .<StoreGroups>map(Own::new)
        .orElseGet(Awaited::new);
  }

  /** What is named in the call that creates the store. */
  default List<String> ids() {
    return this instanceof Own(var id) ? List.of(id) : List.of();
  }

  /** The call at its time: a store whose group is not there yet is created after it. */
  default PlannedAction timed(PlannedAction creation) {
    return this instanceof Awaited ? creation.afterPrevious() : creation;
  }
}
