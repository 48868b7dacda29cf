package io.appenv.operator.resolver;

import org.jspecify.annotations.Nullable;

/**
 * When a data store is backed up and maintained.
 *
 * @param days how long backups are kept
 * @param daily hh:mm-hh:mm UTC
 * @param weekly ddd:hh:mm-ddd:hh:mm UTC
 */
record Windows(int days, String daily, String weekly) {

  /** In the cluster nothing is backed up or maintained. */
  static final Windows NONE = new Windows(0, "", "");

  /** A text and the field it stands in. */
  record Source(String field, @Nullable String text) {}

  static Windows read(
      Problems problems, Source days, Source daily, Source weekly, int leastMinutes) {
    var atLeast = ", at least " + leastMinutes + " minutes, for example ";
    var kept = problems.parsed(days.field(), days.text(), 1, Days::parse, Days.REMEDY);
    var backup =
        problems.parsed(
            daily.field(),
            daily.text(),
            Window.NONE,
            text -> Window.daily(text, leastMinutes),
            "write a daily window in UTC as hh:mm-hh:mm" + atLeast + "17:00-18:00");
    var maintenance =
        problems.parsed(
            weekly.field(),
            weekly.text(),
            Window.NONE,
            text -> Window.weekly(text, leastMinutes),
            "write a weekly window in UTC as ddd:hh:mm-ddd:hh:mm, less than a day and"
                + atLeast.substring(1)
                + "sun:18:30-sun:19:30");
    if (backup.overlaps(maintenance)) {
      problems.add(
          daily.field() + " overlaps " + weekly.field() + ", which AWS refuses; move one of them");
    }
    return new Windows(kept, backup.text(), maintenance.text());
  }
}
