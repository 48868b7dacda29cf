package io.appenv.operator.backend.incluster;

import io.appenv.operator.model.Desired;
import io.appenv.operator.model.DesiredCache;
import io.appenv.operator.model.DesiredDatabase;
import io.appenv.operator.model.Endpoint;

/** Where the data servers inside the cluster are reached; known before they run. */
public final class InClusterEndpoints {

  private InClusterEndpoints() {}

  public static Endpoint of(Desired desired, DesiredDatabase database) {
    return new Endpoint(host(desired, database.identifier()), DesiredDatabase.PORT);
  }

  public static Endpoint of(Desired desired, DesiredCache cache) {
    return new Endpoint(host(desired, cache.identifier()), DesiredCache.PORT);
  }

  private static String host(Desired desired, String service) {
    return service + "." + desired.environment().namespace() + ".svc";
  }
}
