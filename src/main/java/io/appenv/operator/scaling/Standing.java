package io.appenv.operator.scaling;

import io.appenv.operator.api.v1alpha1.OverriddenTierStatus;
import io.appenv.operator.api.v1alpha1.OverridePhase;
import io.appenv.operator.api.v1alpha1.Readiness;
import java.util.List;
import java.util.Optional;

/**
 * Where an override stands now.
 *
 * @param readiness present while it is in force
 * @param occurrence the one that is on or comes next, else the last one
 * @param message one sentence for people
 */
record Standing(
    OverridePhase phase,
    Optional<Readiness> readiness,
    Optional<Occurrence> occurrence,
    String message,
    List<OverriddenTierStatus> tiers) {

  Standing {
    tiers = List.copyOf(tiers);
  }

  static Standing refused(String why) {
    return new Standing(OverridePhase.Refused, Optional.empty(), Optional.empty(), why, List.of());
  }

  /** The word that a condition gives as its reason. */
  String reason() {
    return readiness.map(Enum::name).orElse(phase.name());
  }
}
