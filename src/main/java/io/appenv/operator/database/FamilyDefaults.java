package io.appenv.operator.database;

import io.appenv.operator.model.ParameterGroup;
import java.util.HashMap;
import java.util.Map;

/**
 * What the managed parameters are where nobody set them. RDS does not list a parameter that was set
 * to its default as set by a user, so that what is missing from the list has this value.
 */
final class FamilyDefaults {

  private static final String FAMILY = "postgres";

  /** From here on RDS for PostgreSQL demands TLS unless told otherwise. */
  private static final int TLS_FORCED_SINCE = 15;

  private FamilyDefaults() {}

  /** The values in force: those of the family, with those that users set over them. */
  static Map<String, String> inForce(ParameterGroup group) {
    var values = new HashMap<String, String>();
    values.put("rds.force_ssl", major(group.family()) >= TLS_FORCED_SINCE ? "1" : "0");
    values.putAll(group.parameters());
    return values;
  }

  private static int major(String family) {
    var number = family.startsWith(FAMILY) ? family.substring(FAMILY.length()) : "";
    return number.matches("\\d{1,4}") ? Integer.parseInt(number) : 0;
  }
}
