package io.appenv.operator.testing;

/** Waits for environments that have come to rest. */
public final class Settling {

  private Settling() {}

  /** Ready may be true during a backup; this waits until AWS is done too. */
  public static void await(EnvironmentUnderTest environment) {
    environment.await(
        environment + " to be Ready with AWS at rest",
        it ->
            it.getStatus() != null
                && "available".equals(it.getStatus().databaseState())
                && "available".equals(it.getStatus().cacheState())
                && EnvironmentUnderTest.isAvailable(it));
  }
}
