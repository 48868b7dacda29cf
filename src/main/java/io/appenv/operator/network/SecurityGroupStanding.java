package io.appenv.operator.network;

import io.appenv.operator.model.Component;
import io.appenv.operator.model.Fingerprint;
import io.appenv.operator.model.IngressRule;
import io.appenv.operator.model.Standing;
import io.appenv.operator.model.Standing.Deviation;
import io.appenv.operator.model.StoreBinding;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How the rules of the groups stand to what is declared: one setting, as they form one closure. */
final class SecurityGroupStanding {

  /** The setting, by the name that policies of drift know it by. */
  static final String FIELD = StoreBinding.FIELD;

  /** How many rules are told of at most, as there may be hundreds. */
  private static final int MOST = 5;

  private SecurityGroupStanding() {}

  static Standing of(KnownGroups known) {
    var differences =
        known.desired().securityGroups().stream()
            .map(it -> RuleDifference.of(it, known))
            .filter(it -> !it.isEmpty())
            .toList();
    return new Standing(
        Component.NETWORK,
        FIELD,
        wish(known),
        differences.isEmpty() ? Optional.empty() : Optional.of(deviation(known, differences)));
  }

  private static String wish(KnownGroups known) {
    return Fingerprint.of(
        known.desired().securityGroups().stream()
            .flatMap(
                group ->
                    group.rules().stream()
                        .sorted(IngressRule.ORDER)
                        .map(it -> group.role() + " " + it))
            .collect(Collectors.joining("\n")));
  }

  private static Deviation deviation(KnownGroups known, List<RuleDifference> differences) {
    return new Deviation(
        told(differences, it -> wished(known, it)),
        told(differences, it -> found(known, it)),
        false,
        Optional.empty());
  }

  private static Stream<String> wished(KnownGroups known, RuleDifference difference) {
    var role = difference.wanted().role();
    return Stream.of(
            difference.present().isPresent()
                ? Stream.<String>empty()
                : Stream.of("a group for " + role),
            difference.missing().stream().map(it -> role + " accepts " + it),
            difference.extra().stream().map(it -> role + " does not accept " + known.inWords(it)))
        .flatMap(words -> words);
  }

  private static Stream<String> found(KnownGroups known, RuleDifference difference) {
    var role = difference.wanted().role();
    return Stream.of(
            difference.present().isPresent()
                ? Stream.<String>empty()
                : Stream.of("no group for " + role),
            difference.missing().stream().map(it -> role + " does not accept " + it),
            difference.extra().stream().map(it -> role + " accepts " + known.inWords(it)))
        .flatMap(words -> words);
  }

  private static String told(
      List<RuleDifference> differences, Function<RuleDifference, Stream<String>> words) {
    var all = differences.stream().flatMap(words).toList();
    var rest = all.size() - MOST;
    return all.stream().limit(MOST).collect(Collectors.joining(", "))
        + (rest > 0 ? " and %d more".formatted(rest) : "");
  }
}
