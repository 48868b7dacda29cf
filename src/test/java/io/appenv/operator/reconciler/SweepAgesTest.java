package io.appenv.operator.reconciler;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.model.Component;
import io.appenv.operator.model.RegionSnapshot;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.InstantSource;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class SweepAgesTest {

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final SweepAges ages =
      new SweepAges(meters, InstantSource.fixed(Example.LISTED.plusSeconds(90)));

  @Test
  void whatWasReadAgesAndWhatFailedGrowsOlder() {
    var first = Example.region(Example.LISTED);
    var later = Example.withoutCaches(first, Example.LISTED.plusSeconds(60));

    assertThat(age(later, Component.DATABASE)).isEqualTo(30);
    assertThat(age(later, Component.CACHE)).isEqualTo(90);
  }

  @Test
  void whatNobodyReadHasNoAge() {
    assertThat(age(RegionSnapshot.unlisted("r"), Component.DATABASE)).isNaN();
  }

  private double age(RegionSnapshot seen, Component part) {
    ages.follow("r", part, () -> seen);
    return meters
        .get("appenv.sweep.age.seconds")
        .tags("part", part.name().toLowerCase(Locale.ROOT))
        .gauge()
        .value();
  }
}
