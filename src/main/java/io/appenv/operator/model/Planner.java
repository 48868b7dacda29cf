package io.appenv.operator.model;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Puts the plans of all domains together. */
public final class Planner {

  private final List<DomainPlanner> domains;

  public Planner(List<DomainPlanner> domains) {
    this.domains = List.copyOf(domains);
  }

  public Plan apply(Desired desired, Observed observed, IntentRecord recorded) {
    return domains.stream()
        .map(domain -> domain.apply(desired, observed, recorded))
        .reduce(Plan.empty(), Plan::and);
  }

  /** How all settings of the data services stand to what is desired, as far as that can be told. */
  public Map<Component, List<Standing>> standings(Desired desired, Observed observed) {
    return domains.stream()
        .flatMap(domain -> domain.standings(desired, observed).entrySet().stream())
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** What was made first goes last. */
  public Plan delete(Desired desired, Observed observed, IntentRecord recorded) {
    return domains.reversed().stream()
        .map(domain -> domain.delete(desired, observed, recorded))
        .reduce(Plan.empty(), Plan::and);
  }
}
