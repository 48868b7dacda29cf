package io.appenv.operator.resolver;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowTest {

  @ParameterizedTest
  @CsvSource({
    "17:00-18:00, 60, true",
    "23:45-00:15, 30, true",
    "17:00-17:29, 30, false",
    "17:00-17:00, 30, false",
    "24:00-01:00, 30, false",
    "7:00-8:00, 30, false",
  })
  void aDailyWindowHasAFormAndALength(String text, int least, boolean valid) {
    assertThat(Window.daily(text, least).isPresent()).isEqualTo(valid);
  }

  @ParameterizedTest
  @CsvSource({
    "sun:18:30-sun:19:30, true",
    "sat:23:30-sun:00:30, true",
    "sun:18:30-mon:18:30, false",
    "sun:18:30-sun:18:45, false",
    "Sun:18:30-Sun:19:30, false",
  })
  void aWeeklyWindowIsShorterThanADay(String text, boolean valid) {
    assertThat(Window.weekly(text, 30).isPresent()).isEqualTo(valid);
  }

  @ParameterizedTest
  @CsvSource({
    "17:00-18:00, sun:18:00-sun:19:00, false",
    "17:00-18:01, sun:18:00-sun:19:00, true",
    "18:15-18:45, sun:18:00-sun:19:00, true",
    "23:30-00:30, mon:00:00-mon:01:00, true",
    "00:00-01:00, sat:23:30-sun:00:15, true",
    "01:00-02:00, sat:23:30-sun:00:15, false",
  })
  void windowsMeetOnTheClockFace(String daily, String weekly, boolean meet) {
    var one = Window.daily(daily, 30).orElseThrow();
    var other = Window.weekly(weekly, 30).orElseThrow();

    assertThat(one.overlaps(other)).isEqualTo(meet);
    assertThat(other.overlaps(one)).isEqualTo(meet);
  }
}
