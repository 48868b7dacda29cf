package io.appenv.operator.backend.aws;

import java.util.Set;
import software.amazon.awssdk.services.rds.model.ApplyMethod;

/**
 * When RDS applies a parameter. It refuses {@code immediate} for a static parameter but takes
 * {@code pending-reboot} for any, so only parameters known to be dynamic are applied at once.
 */
final class ApplyMethods {

  private static final Set<String> DYNAMIC =
      Set.of(
          "rds.force_ssl",
          "log_connections",
          "log_disconnections",
          "log_lock_waits",
          "log_min_duration_statement",
          "log_statement",
          "log_temp_files",
          "password_encryption",
          "statement_timeout",
          "idle_in_transaction_session_timeout",
          "work_mem",
          "maintenance_work_mem",
          "timezone");

  private ApplyMethods() {}

  static ApplyMethod of(String parameter) {
    return DYNAMIC.contains(parameter) ? ApplyMethod.IMMEDIATE : ApplyMethod.PENDING_REBOOT;
  }
}
