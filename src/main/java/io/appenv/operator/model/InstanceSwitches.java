package io.appenv.operator.model;

/** What is the same for every instance of this operator, and corrected when it is not. */
public record InstanceSwitches(
    boolean publiclyAccessible, boolean copyTagsToSnapshot, boolean autoMinorVersionUpgrade) {

  /**
   * @param version of the spec: where it names a minor version, AWS may not raise that by itself,
   *     as the database would drift from the spec
   */
  public static InstanceSwitches of(String version) {
    return new InstanceSwitches(false, true, EngineVersion.mayUpgradeMinor(version));
  }
}
