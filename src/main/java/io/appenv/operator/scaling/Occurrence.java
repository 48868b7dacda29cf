package io.appenv.operator.scaling;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/**
 * One time that an override is asked for.
 *
 * @param end no part of it
 * @param zone by whose clock people are told of it
 */
record Occurrence(Instant start, Instant end, ZoneId zone) {

  String startText() {
    return text(start);
  }

  String endText() {
    return text(end);
  }

  String text(Instant moment) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment.atZone(zone));
  }
}
