package io.appenv.operator.api.v1alpha1;

/**
 * CEL rules about the times of a ScaleOverride. A time of the wrong form is an error in CEL, so
 * rules about two times hold wherever one of them has not the form, which has a rule of its own.
 */
final class OverrideRules {

  private static final String DATE = "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])";
  private static final String CLOCK = "T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]";
  private static final String OFFSET = "(Z|[+-]([01][0-9]|2[0-3]):[0-5][0-9])";

  private static final String LOCAL_FORM = ".matches('^" + DATE + CLOCK + "$')";
  private static final String OFFSET_FORM = ".matches('^" + DATE + CLOCK + OFFSET + "$')";
  private static final String BOTH_LOCAL = "self.start" + LOCAL_FORM + " && self.end" + LOCAL_FORM;
  private static final String BOTH_OFFSET =
      "self.start" + OFFSET_FORM + " && self.end" + OFFSET_FORM;

  /** The text is a time, with or without an offset. */
  static final String TIME = "self.matches('^" + DATE + CLOCK + OFFSET + "?$')";

  static final String TIME_MESSAGE =
      "write a time with seconds, by the clock of timeZone as 2026-12-01T09:00:00 or with an offset "
          + "as 2026-12-01T09:00:00+09:00";

  /** The text is a date. */
  static final String DAY = "self.matches('^" + DATE + "$')";

  /** Both times are of one form. */
  static final String SAME_FORM = "self.start" + OFFSET_FORM + " == self.end" + OFFSET_FORM;

  /** The end is after the start. */
  static final String IN_ORDER =
      ("(" + BOTH_LOCAL + " ? timestamp(self.start + 'Z') < timestamp(self.end + 'Z') : true)")
          + (" && (" + BOTH_OFFSET + " ? timestamp(self.start) < timestamp(self.end) : true)");

  /** A time zone, and what recurs by its clock, is for times without an offset. */
  static final String ZONE_FOR_LOCAL =
      "(!has(self.timeZone) && !has(self.recurrence)) || !self.start" + OFFSET_FORM;

  /** What recurs every day at most is over within a day. */
  static final String SHORTER_THAN_A_DAY =
      "!has(self.recurrence) || "
          + ("(" + BOTH_LOCAL + " ? timestamp(self.end + 'Z') - timestamp(self.start + 'Z')")
          + " < duration('24h') : true)";

  private OverrideRules() {}
}
