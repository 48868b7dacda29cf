package io.appenv.operator.resolver;

import io.appenv.operator.api.v1alpha1.AppEnvironment;
import io.appenv.operator.api.v1alpha1.DriftSpec;
import io.appenv.operator.model.DriftGroup;
import io.appenv.operator.model.DriftPolicies;
import io.appenv.operator.model.DriftPolicy;
import java.util.EnumMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what the owner of an environment wants of drift. */
public final class DriftChoices {

  private DriftChoices() {}

  public static DriftPolicies of(AppEnvironment environment) {
    return Optional.ofNullable(environment.getSpec())
        .flatMap(it -> Optional.ofNullable(it.operations()))
        .flatMap(it -> Optional.ofNullable(it.drift()))
        .map(DriftChoices::policies)
        .orElseGet(DriftPolicies::correcting);
  }

  private static DriftPolicies policies(DriftSpec spec) {
    var chosen = new EnumMap<DriftGroup, DriftPolicy>(DriftGroup.class);
    for (var group : DriftGroup.values()) {
      chosen.put(group, policy(spec, group));
    }
    return new DriftPolicies(chosen);
  }

  private static DriftPolicy policy(DriftSpec spec, DriftGroup group) {
    return policy(
        switch (group) {
          case CAPACITY -> spec.capacity();
          case VERSION -> spec.version();
          case BACKUP -> spec.backup();
          case MAINTENANCE -> spec.maintenance();
          case MONITORING -> spec.monitoring();
          case PARAMETERS -> spec.parameters();
          case ACCESS -> spec.access();
        });
  }

  private static DriftPolicy policy(io.appenv.operator.api.v1alpha1.@Nullable DriftPolicy written) {
    return switch (written) {
      case Report -> DriftPolicy.REPORT;
      case Ignore -> DriftPolicy.IGNORE;
      case Correct -> DriftPolicy.CORRECT;
      case null -> DriftPolicy.CORRECT;
    };
  }

  /** Whether anything but correction is wanted. */
  static boolean isAny(@Nullable DriftSpec spec) {
    return spec != null
        && policies(spec).chosen().values().stream().anyMatch(it -> it != DriftPolicy.CORRECT);
  }
}
