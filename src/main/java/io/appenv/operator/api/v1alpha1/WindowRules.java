package io.appenv.operator.api.v1alpha1;

/**
 * CEL fragments about daily ({@code hh:mm-hh:mm}) and weekly ({@code ddd:hh:mm-ddd:hh:mm}) windows
 * in UTC.
 *
 * <p>Minutes are counted round the clock (1440 a day, 10080 a week), so that a window may cross
 * midnight or the end of the week. A fragment over a text of the wrong form is an error in CEL, and
 * {@code false && error} is false: each use tests the form first.
 */
final class WindowRules {

  private static final String TIME = "([01][0-9]|2[0-3]):[0-5][0-9]";
  private static final String DAY_TIME = "(sun|mon|tue|wed|thu|fri|sat):" + TIME;
  private static final String DAILY_FORM = "matches('^" + TIME + "-" + TIME + "$')";
  private static final String WEEKLY_FORM = "matches('^" + DAY_TIME + "-" + DAY_TIME + "$')";
  private static final String WEEK = "'sunmontuewedthufrisat'.indexOf(";

  /** The text is a daily window. */
  static final String DAILY = "self." + DAILY_FORM;

  /** The text is a weekly window. */
  static final String WEEKLY = "self." + WEEKLY_FORM;

  /** Length of a daily window. */
  static final String DAILY_MINUTES =
      "(int(self.substring(6, 8)) * 60 + int(self.substring(9, 11)) + 1440"
          + " - int(self.substring(0, 2)) * 60 - int(self.substring(3, 5))) % 1440";

  /** Length of a weekly window. */
  static final String WEEKLY_MINUTES =
      "("
          + (WEEK + "self.substring(10, 13)) / 3 * 1440")
          + " + int(self.substring(14, 16)) * 60 + int(self.substring(17, 19)) + 10080"
          + (" - " + WEEK + "self.substring(0, 3)) / 3 * 1440")
          + " - int(self.substring(4, 6)) * 60 - int(self.substring(7, 9))) % 10080";

  /** The text is a weekly window of half an hour to less than a day. */
  static final String MAINTENANCE_WINDOW =
      WEEKLY + " && " + WEEKLY_MINUTES + " >= 30 && " + WEEKLY_MINUTES + " < 1440";

  private static final String MAINTENANCE = "self.maintenanceWindow";
  private static final String MAINTENANCE_MINUTES =
      "("
          + (WEEK + MAINTENANCE + ".substring(10, 13)) / 3 * 1440")
          + (" + int(" + MAINTENANCE + ".substring(14, 16)) * 60")
          + (" + int(" + MAINTENANCE + ".substring(17, 19)) + 10080")
          + (" - " + WEEK + MAINTENANCE + ".substring(0, 3)) / 3 * 1440")
          + (" - int(" + MAINTENANCE + ".substring(4, 6)) * 60")
          + (" - int(" + MAINTENANCE + ".substring(7, 9))) % 10080");

  /** Minute of the day at which the maintenance window starts. */
  private static final String MAINTENANCE_START =
      ("int(" + MAINTENANCE + ".substring(4, 6)) * 60 + ")
          + ("int(" + MAINTENANCE + ".substring(7, 9))");

  private static final String BACKUP = "self.backup.window";
  private static final String BACKUP_START =
      "int(" + BACKUP + ".substring(0, 2)) * 60 + int(" + BACKUP + ".substring(3, 5))";
  private static final String BACKUP_END =
      "int(" + BACKUP + ".substring(6, 8)) * 60 + int(" + BACKUP + ".substring(9, 11))";

  private static final String SNAPSHOT = "self.snapshot.window";
  private static final String SNAPSHOT_START =
      "int(" + SNAPSHOT + ".substring(0, 2)) * 60 + int(" + SNAPSHOT + ".substring(3, 5))";
  private static final String SNAPSHOT_END =
      "int(" + SNAPSHOT + ".substring(6, 8)) * 60 + int(" + SNAPSHOT + ".substring(9, 11))";

  /**
   * The daily backup never runs within the maintenance window.
   *
   * <p>Two windows on a clock face are apart when each starts only after the other has ended. A
   * window of the wrong form is left to the rule about its form.
   */
  static final String BACKUP_APART =
      ("!" + BACKUP + "." + DAILY_FORM + " || !" + MAINTENANCE + "." + WEEKLY_FORM)
          + (" || ((" + BACKUP_START + " + 1440 - (" + MAINTENANCE_START + ")) % 1440")
          + (" >= " + MAINTENANCE_MINUTES)
          + (" && (" + MAINTENANCE_START + " + 1440 - (" + BACKUP_START + ")) % 1440")
          + (" >= (" + BACKUP_END + " + 1440 - (" + BACKUP_START + ")) % 1440)");

  /** The daily snapshot never runs within the maintenance window; as for backups. */
  static final String SNAPSHOT_APART =
      ("!" + SNAPSHOT + "." + DAILY_FORM + " || !" + MAINTENANCE + "." + WEEKLY_FORM)
          + (" || ((" + SNAPSHOT_START + " + 1440 - (" + MAINTENANCE_START + ")) % 1440")
          + (" >= " + MAINTENANCE_MINUTES)
          + (" && (" + MAINTENANCE_START + " + 1440 - (" + SNAPSHOT_START + ")) % 1440")
          + (" >= (" + SNAPSHOT_END + " + 1440 - (" + SNAPSHOT_START + ")) % 1440)");

  private WindowRules() {}
}
