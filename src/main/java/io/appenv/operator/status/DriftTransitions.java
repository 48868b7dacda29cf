package io.appenv.operator.status;

import io.appenv.operator.api.v1alpha1.AppEnvironmentStatus;
import io.appenv.operator.api.v1alpha1.DriftStatus;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Drift that was not there before, and drift that is over. */
final class DriftTransitions {

  static final String FOUND = "DriftFound";
  static final String ENDED = "DriftEnded";

  private DriftTransitions() {}

  static Stream<Transition> between(
      @Nullable AppEnvironmentStatus former, AppEnvironmentStatus current) {
    var before = former == null ? List.<DriftStatus>of() : former.drift();
    return Stream.concat(
        current.drift().stream().filter(it -> isMissing(it, before)).map(DriftTransitions::found),
        before.stream().filter(it -> isMissing(it, current.drift())).map(DriftTransitions::ended));
  }

  private static boolean isMissing(DriftStatus drift, List<DriftStatus> others) {
    return others.stream().noneMatch(it -> it.field().equals(drift.field()));
  }

  private static Transition found(DriftStatus drift) {
    return new Transition(
        Transition.WARNING,
        FOUND,
        "Somebody changed %s in AWS: it is %s, where the spec says %s; it is %s."
            .formatted(drift.field(), drift.found(), drift.wished(), drift.handling()));
  }

  private static Transition ended(DriftStatus drift) {
    return new Transition(
        Transition.NORMAL,
        ENDED,
        "%s is no drift any more: it was put back, is declared so now, or is ignored."
            .formatted(drift.field()));
  }
}
