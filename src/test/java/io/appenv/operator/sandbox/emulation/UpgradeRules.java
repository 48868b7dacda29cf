package io.appenv.operator.sandbox.emulation;

import java.io.IOException;
import java.util.Optional;

/**
 * "Upgrading the PostgreSQL DB engine" of the RDS User Guide: how to reach another major version.
 */
final class UpgradeRules {

  private static final String VERSION = "EngineVersion";
  private static final String GROUP = "DBParameterGroupName";

  private UpgradeRules() {}

  /** Whether a call asks for another major version than the one that runs. */
  static boolean isMajor(Exchange exchange, Item before) {
    return exchange
        .parameter(VERSION)
        .filter(it -> EngineOffers.major(it) != EngineOffers.major(before.text(VERSION)))
        .isPresent();
  }

  /** Why RDS does not take such a call. */
  static Optional<String> refusal(Exchange exchange, Item before) throws IOException {
    if (!isMajor(exchange, before)) {
      return Optional.empty();
    }
    var wanted = InstanceRules.fullVersion(exchange.parameter(VERSION).orElse(""));
    var runs = before.text(VERSION);
    if (!exchange.isTrue("AllowMajorVersionUpgrade")) {
      return Optional.of(
          "The AllowMajorVersionUpgrade flag must be present when upgrading to a new major"
              + " version.");
    }
    if (!EngineOffers.majorTargets(runs).contains(wanted)) {
      return Optional.of("Cannot upgrade postgres from %s to %s".formatted(runs, wanted));
    }
    return groupRefusal(exchange, before, "postgres" + EngineOffers.major(wanted));
  }

  private static Optional<String> groupRefusal(Exchange exchange, Item before, String family)
      throws IOException {
    var named = exchange.parameter(GROUP);
    if (named.isEmpty()) {
      var present = before.all(GROUP).stream().map(Item::text).findFirst().orElse("");
      return present.startsWith("default.")
          ? Optional.empty()
          : Optional.of(
              "The current DB instance parameter group %s is custom. You must explicitly specify a new DB instance parameter group, either default or custom, for the engine version upgrade."
                  .formatted(present));
    }
    return Parameters.family(exchange)
        .filter(found -> !found.equals(family))
        .map(
            found ->
                "The parameter group %s with DBParameterGroupFamily %s can't be used for this instance. Use a parameter group with DBParameterGroupFamily %s."
                    .formatted(named.get(), found, family));
  }
}
