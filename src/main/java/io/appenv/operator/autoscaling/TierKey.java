package io.appenv.operator.autoscaling;

import io.appenv.operator.workload.Labels;
import java.util.Map;

/** A tier of an environment, in a namespace. */
public record TierKey(String namespace, String environment, String tier) {

  /** What tells its number of requests from those of others in the namespace. */
  public Map<String, String> labels() {
    return Labels.tierSelector(environment, tier);
  }

  public boolean isOf(String otherNamespace, String otherEnvironment) {
    return namespace.equals(otherNamespace) && environment.equals(otherEnvironment);
  }
}
