package io.appenv.operator.model;

/**
 * What a security group is for. There is one for each tier, by the name of the tier, and three
 * whose names no tier may have.
 *
 * @param name part of the name that the group has in AWS
 */
public record SecurityGroupRole(String name) {

  /** Carried by the load balancer through which the internet reaches the tiers. */
  public static final SecurityGroupRole LOAD_BALANCER = new SecurityGroupRole("loadbalancer");

  public static final SecurityGroupRole DATABASE = new SecurityGroupRole("database");

  public static final SecurityGroupRole CACHE = new SecurityGroupRole("cache");

  /** Of the pods of a tier. */
  public static SecurityGroupRole tier(String name) {
    return new SecurityGroupRole(name);
  }

  @Override
  public String toString() {
    return name;
  }
}
