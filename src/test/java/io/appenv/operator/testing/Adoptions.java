package io.appenv.operator.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.api.v1alpha1.AdoptionStatus;
import io.appenv.operator.api.v1alpha1.PlannedActionStatus;
import io.appenv.operator.sandbox.Sandbox;
import io.appenv.operator.sandbox.wire.Recording;
import io.appenv.operator.sandbox.wire.Wire;
import java.util.List;
import java.util.Optional;

/** What an environment says of, and does to, a data store that it takes over. */
public final class Adoptions {

  private Adoptions() {}

  /** What is planned for it: neither for what the operator makes itself, nor for the tiers. */
  public static List<String> operations(EnvironmentUnderTest environment) {
    return Optional.ofNullable(environment.status().plan()).stream()
        .flatMap(plan -> plan.actions().stream())
        .filter(action -> !action.target().startsWith(environment.awsPrefix()))
        .filter(action -> !action.action().equals("CreateDeployment"))
        .map(PlannedActionStatus::action)
        .toList();
  }

  /** What differs; of one data store alone. */
  public static AdoptionStatus only(EnvironmentUnderTest environment) {
    assertThat(environment.status().adoption()).hasSize(1);
    return environment.status().adoption().getFirst();
  }

  /** The writes to RDS and ElastiCache that name it; security groups are never adopted. */
  public static List<Recording.Entry> writes(Sandbox sandbox, long mark, String identifier) {
    return sandbox.wires().recording().writesSince(mark).stream()
        .filter(entry -> entry.call().wire() == Wire.AWS)
        .filter(entry -> !entry.call().service().equals("ec2"))
        .filter(entry -> entry.call().parameters().toString().contains(identifier))
        .toList();
  }
}
