package io.appenv.operator.model;

import java.util.Map;

/** The engine parameters that every database on RDS has, whatever its spec says. */
public final class ManagedParameters {

  /** Plain connections are refused by the server itself, whatever a client asks for. */
  private static final Map<String, String> WANTED = Map.of("rds.force_ssl", "1");

  private ManagedParameters() {}

  public static Map<String, String> wanted() {
    return WANTED;
  }
}
