package io.appenv.operator.testing;

/** How much the fault tests try: {@code make faults} has all, every other run what is distinct. */
public final class FaultScope {

  /** Is true in a whole run. */
  public static final String PROPERTY = "appenv.faults.all";

  private FaultScope() {}

  public static boolean isWhole() {
    return Boolean.getBoolean(PROPERTY);
  }
}
