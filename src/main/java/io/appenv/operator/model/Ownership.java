package io.appenv.operator.model;

import java.util.Map;
import java.util.TreeMap;

/**
 * The tags that say whose an AWS resource is. The UID decides: an environment deleted and created
 * again under the same name does not own what the first one left.
 */
public final class Ownership {

  public static final String CLUSTER = "appenv.io/cluster";
  public static final String NAMESPACE = "appenv.io/namespace";
  public static final String NAME = "appenv.io/name";
  public static final String UID = "appenv.io/uid";
  public static final String MANAGED_BY = "app.kubernetes.io/managed-by";
  public static final String OPERATOR = "appenv-operator";

  /** Which credentials Secret (by UID) the data store was last given the password of. */
  public static final String CREDENTIALS = "appenv.io/credentials";

  /** Which credentials Secret a cache is about to be given the token of, and what it had before. */
  public static final String CREDENTIALS_PENDING = "appenv.io/credentials-pending";

  /**
   * When a cache was given its token beside a former one. That one is valid too for as long as the
   * token was not changed again.
   */
  public static final String FORMER_TOKEN = "appenv.io/former-token";

  /** Set on what a deletion policy left behind. */
  public static final String RETAINED = "appenv.io/retained";

  /** Set on what an environment gave up while it lives. */
  public static final String RELEASED = "appenv.io/released";

  /** The snapshot that the last upgrade to another major version was begun with. */
  public static final String UPGRADED_WITH = "appenv.io/upgraded-with";

  /**
   * On an instance that a copy of itself replaces: the snapshot that the copy is made of, or what
   * became of the replacement.
   */
  public static final String REPLACEMENT = "appenv.io/replacement";

  private Ownership() {}

  public static Map<String, String> tags(EnvironmentId environment) {
    var tags = new TreeMap<String, String>();
    tags.put(CLUSTER, environment.cluster());
    tags.put(NAMESPACE, environment.namespace());
    tags.put(NAME, environment.name());
    tags.put(UID, environment.uid());
    tags.put(MANAGED_BY, OPERATOR);
    return Map.copyOf(tags);
  }

  /** The environment that the tags name; what they do not tell is empty. */
  public static EnvironmentId owner(Map<String, String> tags) {
    return new EnvironmentId(
        tags.getOrDefault(CLUSTER, ""),
        tags.getOrDefault(NAMESPACE, ""),
        tags.getOrDefault(NAME, ""),
        tags.getOrDefault(UID, ""));
  }

  /** Whether the tags name this environment of this cluster, by UID. */
  public static boolean owns(EnvironmentId environment, Map<String, String> tags) {
    return environment.uid().equals(tags.get(UID))
        && environment.cluster().equals(tags.get(CLUSTER));
  }

  /** Whether it is this environment's, and was not given up. */
  public static boolean holds(EnvironmentId environment, Map<String, String> tags) {
    return owns(environment, tags) && !isReleased(tags);
  }

  /** Whether the tags name an environment of this name, of whatever cluster and time. */
  public static boolean isOfName(EnvironmentId environment, Map<String, String> tags) {
    return environment.namespace().equals(tags.get(NAMESPACE))
        && environment.name().equals(tags.get(NAME));
  }

  /** Whether an environment of this name has left it behind in another cluster. */
  public static boolean isRetainedElsewhere(EnvironmentId environment, Map<String, String> tags) {
    return isRetained(tags)
        && isOfName(environment, tags)
        && !environment.cluster().equals(tags.get(CLUSTER));
  }

  /**
   * Whether an environment that is gone has left it: it said so, or it was of the name of this one,
   * which no two have at a time.
   */
  public static boolean isLeftBehind(EnvironmentId environment, Map<String, String> tags) {
    return OPERATOR.equals(tags.get(MANAGED_BY))
        && !owns(environment, tags)
        && (isRetained(tags)
            || (isOfName(environment, tags) && environment.cluster().equals(tags.get(CLUSTER))));
  }

  public static boolean isRetained(Map<String, String> tags) {
    return Boolean.parseBoolean(tags.get(RETAINED));
  }

  public static boolean isReleased(Map<String, String> tags) {
    return Boolean.parseBoolean(tags.get(RELEASED));
  }
}
