package io.appenv.operator.testing;

/** How much the fault tests try: {@code make faults} has all, every other run what is distinct. */
public final class FaultScope {

  private FaultScope() {}

  public static boolean isWhole() {
    return Boolean.getBoolean("appenv.faults.all");
  }
}
