package io.appenv.operator.sandbox.emulation;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a family of PostgreSQL parameters begins with, as far as it matters here. */
final class FamilyParameters {

  static final String FORCE_TLS = "rds.force_ssl";

  /** RDS for PostgreSQL demands TLS from this major version on, unless told otherwise. */
  private static final int TLS_FORCED_SINCE = 15;

  private static final List<Known> OTHERS =
      List.of(
          changeable("autovacuum_naptime", "15", false),
          changeable("log_min_duration_statement", "-1", false),
          changeable("log_statement", "none", false),
          changeable("max_connections", "LEAST({DBInstanceClassMemory/9531392},5000)", true),
          changeable("max_worker_processes", "GREATEST(${DBInstanceVCPU*2},8)", true),
          changeable("random_page_cost", "4", false),
          changeable("shared_preload_libraries", "pg_stat_statements", true),
          changeable("statement_timeout", "0", false),
          changeable("work_mem", "4096", false),
          new Known("block_size", "8192", true, false));

  /** A parameter as the family has it. */
  record Known(String name, String value, boolean isStatic, boolean isModifiable) {}

  private FamilyParameters() {}

  private static Known changeable(String name, String value, boolean isStatic) {
    return new Known(name, value, isStatic, true);
  }

  static List<Known> of(String family) {
    return Stream.concat(OTHERS.stream(), Stream.of(changeable(FORCE_TLS, forceTls(family), false)))
        .toList();
  }

  static Optional<Known> find(String family, String name) {
    return of(family).stream().filter(known -> known.name().equals(name)).findFirst();
  }

  private static String forceTls(String family) {
    var major = family.replaceFirst("^postgres", "");
    return major.matches("\\d{1,3}") && Integer.parseInt(major) >= TLS_FORCED_SINCE ? "1" : "0";
  }
}
