package io.appenv.operator.reconciler;

import io.appenv.operator.model.Component;
import io.appenv.operator.model.Failure;
import io.appenv.operator.model.Listing;
import io.appenv.operator.model.Plan;
import io.appenv.operator.model.RegionSnapshot;
import java.util.List;
import java.util.Optional;

/**
 * Which failed listings are told of. A single throttled one in a quiet environment is nobody's
 * concern; it becomes one where nothing is known otherwise, or while something is under way.
 */
final class LookFailures {

  private LookFailures() {}

  static List<Failure> of(RegionSnapshot snapshot, Needs needs, Plan plan) {
    return needs.parts().stream()
        .sorted()
        .flatMap(part -> failure(needs.listings(snapshot, part), isUnsettled(plan, part)).stream())
        .toList();
  }

  private static Optional<Failure> failure(List<Listing<?>> listings, boolean unsettled) {
    return listings.stream()
        .filter(listing -> listing.complete().isEmpty())
        .flatMap(listing -> listing.failure().stream())
        .findFirst()
        .or(
            () ->
                listings.stream()
                    .filter(_ -> unsettled)
                    .flatMap(listing -> listing.failure().stream())
                    .findFirst());
  }

  private static boolean isUnsettled(Plan plan, Component part) {
    return plan.findings().stream().anyMatch(finding -> finding.component() == part)
        || plan.actions().stream()
            .anyMatch(planned -> planned.action().target().kind().component() == part);
  }
}
