package io.appenv.operator.model;

import java.util.List;

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

  public Plan delete(Desired desired, Observed observed, IntentRecord recorded) {
    return domains.stream()
        .map(domain -> domain.delete(desired, observed, recorded))
        .reduce(Plan.empty(), Plan::and);
  }
}
