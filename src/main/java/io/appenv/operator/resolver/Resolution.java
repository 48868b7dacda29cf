package io.appenv.operator.resolver;

import io.appenv.operator.api.v1alpha1.EffectiveStatus;
import io.appenv.operator.model.ChosenNetwork;
import io.appenv.operator.model.Component;
import io.appenv.operator.model.Desired;
import io.appenv.operator.model.Failure;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What became of a spec.
 *
 * @param desired present when there is no failure, or none but that the network cannot be found now
 *     and is remembered
 * @param failures everything that stands in the way, not only the first
 * @param network the network it names, as far as it was found
 * @param effective the spec with its defaults; empty when the spec is invalid
 * @param notEffective paths of fields that are set but not acted on by this version
 */
public record Resolution(
    Optional<Desired> desired,
    List<Failure> failures,
    Optional<ChosenNetwork> network,
    Optional<EffectiveStatus> effective,
    List<String> notEffective) {

  public Resolution {
    failures = List.copyOf(failures);
    notEffective = List.copyOf(notEffective);
  }

  /** The same with other tiers. */
  public Resolution with(UnaryOperator<Desired> wanted, UnaryOperator<EffectiveStatus> told) {
    return new Resolution(
        desired.map(wanted), failures, network, effective.map(told), notEffective);
  }

  /** What an environment that is going away comes to. */
  public static Resolution of(Desired desired) {
    return new Resolution(
        Optional.of(desired), List.of(), Optional.empty(), Optional.empty(), List.of());
  }

  /** A spec of which nothing can be known. */
  static Resolution unreadable(Failure failure) {
    return new Resolution(
        Optional.empty(), List.of(failure), Optional.empty(), Optional.empty(), List.of());
  }

  /** Whether the network was found, so that something may be put into it. */
  public boolean isPlaced() {
    return failures.stream().noneMatch(failure -> failure.component() == Component.NETWORK);
  }
}
