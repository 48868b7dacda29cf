package io.appenv.operator.model;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells by name what may belong to an environment. Everything else in the account is left out of
 * the listings; whether a resource really belongs to one is decided by its tags.
 */
public final class OwnNames {

  /** What the names of all resources of all environments begin with. */
  public static final String PREFIX = "appenv-";

  private OwnNames() {}

  /** Also what an environment names. */
  public static boolean concern(@Nullable String name, Set<String> named) {
    return mayBeOurs(name) || (name != null && named.contains(name));
  }

  public static boolean mayBeOurs(@Nullable String name) {
    return name != null && name.startsWith(PREFIX);
  }
}
