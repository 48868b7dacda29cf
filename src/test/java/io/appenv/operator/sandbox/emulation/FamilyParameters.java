package io.appenv.operator.sandbox.emulation;

/** What a family of PostgreSQL parameters begins with, as far as it matters here. */
final class FamilyParameters {

  static final String FORCE_TLS = "rds.force_ssl";

  /** RDS for PostgreSQL demands TLS from this major version on, unless told otherwise. */
  private static final int TLS_FORCED_SINCE = 15;

  private FamilyParameters() {}

  static String forceTls(String family) {
    var major = family.replaceFirst("^postgres", "");
    return major.matches("\\d{1,3}") && Integer.parseInt(major) >= TLS_FORCED_SINCE ? "1" : "0";
  }

  /** A parameter that is set to the default of its family keeps the family as its source. */
  static boolean isDefault(String family, String name, String value) {
    return name.equals(FORCE_TLS) && value.equals(forceTls(family));
  }
}
