package io.appenv.operator.model;

import java.util.Map;
import java.util.TreeMap;

/**
 * Whether a data store that exists in AWS may be taken over. Naming it in a spec is not enough, as
 * anybody could name anything of the account: its own tags have to name the environment.
 */
public final class Consent {

  /** Names the environment that may take a data store over, as namespace/name. */
  public static final String TAG = "appenv.io/adoptable-by";

  /** A consent counts once: a cluster that has the same manifest cannot use it again. */
  static final String USED = "adopted";

  private Consent() {}

  /** By the tag, or by an environment of the same name that has left it behind. */
  public static boolean isGiven(EnvironmentId environment, Map<String, String> tags) {
    return value(environment).equals(tags.get(TAG))
        || ((Ownership.isRetained(tags) || Ownership.isReleased(tags))
            && Ownership.isOfName(environment, tags));
  }

  /** What the tag has to say. */
  public static String value(EnvironmentId environment) {
    return environment.namespace() + "/" + environment.name();
  }

  /** The tags that end what the present ones say of being left behind, or free to be taken. */
  public static Map<String, String> redeemed(Map<String, String> tags) {
    var changed = new TreeMap<String, String>();
    if (Ownership.isRetained(tags)) {
      changed.put(Ownership.RETAINED, Boolean.toString(false));
    }
    if (Ownership.isReleased(tags)) {
      changed.put(Ownership.RELEASED, Boolean.toString(false));
    }
    if (tags.containsKey(TAG)) {
      changed.put(TAG, USED);
    }
    return Map.copyOf(changed);
  }
}
