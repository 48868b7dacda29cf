package io.appenv.operator.resolver;

import io.appenv.operator.api.v1alpha1.AcceptSpec;
import io.appenv.operator.api.v1alpha1.AppEnvironmentSpec;
import io.appenv.operator.api.v1alpha1.TierSpec;
import io.appenv.operator.api.v1alpha1.Use;
import io.appenv.operator.model.DesiredTier;
import io.appenv.operator.model.Stage;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** What the parts of a spec say about one another. */
final class ReferenceRules {

  /** Names of objects beside the tiers': each would be fought over. */
  private static final Set<String> RESERVED =
      Set.of("loadbalancer", "database", "cache", "files", "kubernetes", "system");

  /** Services of the data stores that run in the cluster. */
  private static final Set<String> IN_CLUSTER = Set.of("postgresql", "valkey");

  private final Problems problems;
  private final AppEnvironmentSpec spec;
  private final Stage stage;
  private final Set<String> names;

  ReferenceRules(Problems problems, AppEnvironmentSpec spec, Stage stage) {
    this.problems = problems;
    this.spec = spec;
    this.stage = stage;
    this.names =
        spec.tiers().stream()
            .map(TierSpec::name)
            .filter(Objects::nonNull)
            .collect(Collectors.toUnmodifiableSet());
  }

  void check() {
    if (spec.tiers().isEmpty()) {
      problems.add("spec.tiers is empty; write at least one tier");
    }
    repeated(spec.tiers().stream().map(TierSpec::name).toList())
        .forEach(name -> problems.add("spec.tiers has " + name + " twice; rename one of them"));
    spec.tiers().forEach(this::checkTier);
  }

  private void checkTier(TierSpec tier) {
    var field = TierResolver.field(tier);
    var name = tier.name();
    if (name != null
        && (RESERVED.contains(name) || (stage == Stage.DEVELOPMENT && IN_CLUSTER.contains(name)))) {
      problems.add(field + ".name is reserved; write another name, for example backend");
    }
    repeated(tier.accepts().stream().map(AcceptSpec::from).toList())
        .forEach(
            from ->
                problems.add(
                    field + ".accepts has " + from + " twice; list it once, with all its ports"));
    tier.accepts().forEach(accept -> checkAccept(tier, field, accept));
    tier.uses().forEach(use -> checkUse(field, use));
  }

  private void checkAccept(TierSpec tier, String field, AcceptSpec accept) {
    repeated(accept.ports())
        .forEach(
            port -> problems.add(field + ".accepts.ports has " + port + " twice; list it once"));
    var from = accept.from();
    var known = from == null || from.equals(DesiredTier.LOAD_BALANCER) || names.contains(from);
    if (!known || (from != null && from.equals(tier.name()))) {
      problems.add(
          field
              + ".accepts.from is "
              + Problems.quoted(from)
              + "; write LoadBalancer or the name of another tier of this environment");
    }
  }

  private void checkUse(String field, Use use) {
    var declared =
        switch (use) {
          case database -> spec.database() != null;
          case cache -> spec.cache() != null;
          case files -> spec.files() != null;
        };
    if (!declared) {
      problems.add(
          field
              + ".uses names "
              + use
              + ", which is not declared; add spec."
              + use
              + ", or take it out of uses");
    }
  }

  private static <T> List<T> repeated(Collection<T> values) {
    var seen = new HashSet<T>();
    return values.stream()
        .filter(Objects::nonNull)
        .filter(value -> !seen.add(value))
        .distinct()
        .toList();
  }
}
