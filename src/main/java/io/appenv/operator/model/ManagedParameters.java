package io.appenv.operator.model;

import java.util.Map;

/**
 * The engine parameters that every database on RDS has, and the only ones that are read back. RDS
 * does not note a user as the source of a parameter that was set to the family's default, so they
 * are known by name and not by source.
 */
public final class ManagedParameters {

  /** Plain connections are refused by the server itself, whatever a client asks for. */
  private static final Map<String, String> WANTED = Map.of("rds.force_ssl", "1");

  private ManagedParameters() {}

  public static Map<String, String> wanted() {
    return WANTED;
  }

  public static boolean contains(String name) {
    return WANTED.containsKey(name);
  }
}
