package io.appenv.operator.resolver;

import io.appenv.operator.api.v1alpha1.AppEnvironment;
import io.appenv.operator.api.v1alpha1.OperationsSpec;
import io.appenv.operator.model.ChangeControl;
import io.appenv.operator.model.ChangePolicy;
import io.appenv.operator.model.Emergency;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads what the owner of an environment says of changes to it. */
public final class ChangeControls {

  private ChangeControls() {}

  public static ChangeControl of(AppEnvironment environment) {
    var operations =
        Optional.ofNullable(environment.getSpec())
            .flatMap(it -> Optional.ofNullable(it.operations()));
    var inSpec = operations.flatMap(it -> Optional.ofNullable(it.approve()));
    return new ChangeControl(
        operations.map(ChangeControls::policy).orElse(ChangePolicy.AUTO),
        Stream.concat(inSpec.stream(), annotated(environment).stream())
            .collect(Collectors.toUnmodifiableSet()),
        operations.flatMap(it -> EnvironmentWindow.read(new Problems(), it)),
        operations
            .flatMap(it -> Optional.ofNullable(it.emergency()))
            .map(it -> new Emergency(it.plan(), it.reason())));
  }

  /** The hash that {@code kubectl annotate} wrote. It is compared and goes nowhere else. */
  public static Optional<String> annotated(AppEnvironment environment) {
    return Optional.ofNullable(environment.getMetadata().getAnnotations())
        .flatMap(it -> Optional.ofNullable(it.get(AppEnvironment.APPROVE)));
  }

  private static ChangePolicy policy(OperationsSpec operations) {
    if (operations.changes() == null) {
      return ChangePolicy.AUTO;
    }
    return switch (operations.changes()) {
      case Auto -> ChangePolicy.AUTO;
      case ApproveDisruptive -> ChangePolicy.APPROVE_DISRUPTIVE;
      case ApproveAll -> ChangePolicy.APPROVE_ALL;
      case PlanOnly -> ChangePolicy.PLAN_ONLY;
    };
  }
}
