package io.appenv.operator.model;

import java.util.List;

/**
 * What an RDS instance has that no spec says, and that RDS does not take over into a copy unless it
 * is told.
 *
 * @param securityGroups identifiers of the security groups of its VPC
 * @param iamAuthentication whether users may log in by IAM
 * @param exportedLogs names of the logs that RDS sends to CloudWatch
 * @param replicas identifiers of the read replicas that follow it
 */
public record InstanceSurroundings(
    List<String> securityGroups,
    boolean iamAuthentication,
    List<String> exportedLogs,
    List<String> replicas) {

  public InstanceSurroundings {
    securityGroups = List.copyOf(securityGroups);
    exportedLogs = List.copyOf(exportedLogs);
    replicas = List.copyOf(replicas);
  }

  public static InstanceSurroundings none() {
    return new InstanceSurroundings(List.of(), false, List.of(), List.of());
  }
}
