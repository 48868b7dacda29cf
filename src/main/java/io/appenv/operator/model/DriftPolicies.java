package io.appenv.operator.model;

import java.util.Map;
import java.util.Optional;

/** What an environment's owner wants of drift; what is not named is corrected. */
public record DriftPolicies(Map<DriftGroup, DriftPolicy> chosen) {

  public DriftPolicies {
    chosen = Map.copyOf(chosen);
  }

  public static DriftPolicies correcting() {
    return new DriftPolicies(Map.of());
  }

  /** Of a setting by its short name. */
  DriftPolicy of(String field) {
    return DriftGroup.of(field)
        .flatMap(group -> Optional.ofNullable(chosen.get(group)))
        .orElse(DriftPolicy.CORRECT);
  }
}
