package io.appenv.operator.sandbox.emulation;

import java.util.Optional;

/**
 * Encryption in transit, which moto does not change: none, then preferred, then required, and no
 * AUTH token before the last.
 */
final class TransitRules {

  static final String MODE = "TransitEncryptionMode";
  static final String ENABLED = "TransitEncryptionEnabled";
  static final String NONE = "none";
  private static final String PREFERRED = "preferred";
  private static final String REQUIRED = "required";

  private TransitRules() {}

  static String initial(Exchange create) {
    return create.isTrue(ENABLED) ? create.parameter(MODE).orElse(REQUIRED) : NONE;
  }

  /** Why AWS does not make such a group. */
  static Optional<String> refusedCreation(Exchange create) {
    var mode = initial(create);
    if (create.parameter("AuthToken").isPresent() && !mode.equals(REQUIRED)) {
      return Optional.of(accessControl(mode));
    }
    return create.parameter(MODE).isPresent()
        ? refusedVersion(create.parameter("EngineVersion").orElse("7.1"))
        : Optional.empty();
  }

  /** Why AWS does not change a group so. */
  static Optional<String> refusedChange(Exchange modify, GroupSettings settings) {
    var isToken = modify.parameter("AuthToken").isPresent();
    if (isToken && !settings.transit().isEmpty() && !settings.transit().equals(REQUIRED)) {
      return Optional.of(accessControl(settings.transit()));
    }
    if (modify.parameter(MODE).isEmpty() && modify.parameter(ENABLED).isEmpty()) {
      return Optional.empty();
    }
    if (settings.tokens().areKnown()) {
      return Optional.of(
          "Modification of transit encryption is not supported for access control enabled"
              + " clusters.");
    }
    return refusedVersion(settings.engineVersion()).or(() -> refusedStep(modify, settings));
  }

  private static Optional<String> refusedStep(Exchange modify, GroupSettings settings) {
    var mode = modify.parameter(MODE).orElse("");
    if (settings.transit().equals(NONE)) {
      return modify.isTrue(ENABLED) && mode.equals(PREFERRED)
          ? Optional.empty()
          : Optional.of(
              "To modify transit encryption mode, set encryption-in-transit as enabled, and the"
                  + " mode to preferred.");
    }
    return mode.equals(PREFERRED) || mode.equals(REQUIRED)
        ? Optional.empty()
        : Optional.of("Transit encryption mode " + mode + " is not known.");
  }

  private static Optional<String> refusedVersion(String version) {
    return version.matches("[1-6]([.].*)?|7[.]0[.][0-4]")
        ? Optional.of(
            "Transit encryption mode is not supported for engine version %s; use 7.0.5 or higher."
                .formatted(version))
        : Optional.empty();
  }

  private static String accessControl(String mode) {
    return "Transit encryption %s is not supported with access control.".formatted(mode);
  }

  /** What AWS shows; the endpoints of a plain group have names of another form. */
  static void correct(Item group, String transit) {
    if (transit.isEmpty()) {
      return;
    }
    group.set(ENABLED, Boolean.toString(!transit.equals(NONE)));
    if (transit.equals(NONE)) {
      group.remove(MODE);
      for (var endpoint : group.all("PrimaryEndpoint")) {
        endpoint.set("Address", endpoint.text("Address").replaceFirst("^master[.]", "plain."));
      }
    } else {
      group.set(MODE, transit);
    }
  }
}
