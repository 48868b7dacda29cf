package io.appenv.operator.backend.aws;

/** What a version of the spec says besides its numbers. */
final class EngineVersions {

  private EngineVersions() {}

  /**
   * Whether AWS may raise the minor version by itself: only where the spec does not name one, as it
   * would otherwise drift from the spec.
   */
  static boolean mayUpgradeMinor(String version) {
    return !version.contains(".");
  }
}
