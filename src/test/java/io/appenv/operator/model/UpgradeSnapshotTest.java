package io.appenv.operator.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class UpgradeSnapshotTest {

  private static final Instant NOW = Instant.parse("2026-01-08T03:00:00Z");

  @Test
  void thoseOfThisWindowAreRecentAndThoseOfTheLastOneAreNot() {
    var found =
        UpgradeSnapshot.find(
            "before",
            all(
                snapshot("before-1", "available", Optional.of(NOW.minusSeconds(7 * 86_400))),
                snapshot("before-2", "available", Optional.of(NOW.minusSeconds(3_600))),
                snapshot("before-3", "creating", Optional.empty()),
                snapshot("before-4", "available", Optional.empty())),
            NOW);
    assertThat(found)
        .extracting(UpgradeSnapshot::isRecent)
        .containsExactly(false, true, true, false);
  }

  @Test
  void theyAreFoundByTheirNumbersAndNoOthersAre() {
    var all =
        all(
            snapshot("before-1", "available", Optional.of(NOW)),
            snapshot("before-3", "available", Optional.of(NOW)),
            snapshot("final", "available", Optional.of(NOW)));
    assertThat(UpgradeSnapshot.find("before", all, NOW))
        .extracting(it -> it.snapshot().name())
        .containsExactly("before-1");
  }

  private static Map<String, DataSnapshot> all(DataSnapshot... snapshots) {
    return Stream.of(snapshots).collect(Collectors.toMap(DataSnapshot::name, it -> it));
  }

  private static DataSnapshot snapshot(String name, String status, Optional<Instant> createdAt) {
    return new DataSnapshot(name, "arn:" + name, status, "shop", createdAt, Map.of());
  }
}
