package io.appenv.operator.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.model.Drift.Handling;
import io.appenv.operator.model.Standing.Deviation;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DriftLedgerTest {

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00.5Z");
  private static final Instant LATER = NOW.plusSeconds(60);
  private static final String FIELD = "backup.pointInTime";
  private static final String PATH = "database.backup.pointInTime";

  @Test
  void aWishThatWasNeverReachedIsNoDrift() {
    var ledger = ledger(DriftMemory.none(), DriftPolicy.REPORT, found("7", "14"));

    assertThat(ledger).isEqualTo(DriftLedger.none());
  }

  @Test
  void whatWasReachedAndDiffersWithoutANewWishIsDrift() {
    var ledger = ledger(reached("7"), DriftPolicy.CORRECT, found("7", "3"));

    assertThat(ledger.drifts())
        .containsExactly(
            new Drift(PATH, "7", "3", Instant.parse("2026-01-01T00:00:00Z"), Handling.CORRECTED));
    assertThat(ledger.corrections())
        .containsExactly(Map.entry(Component.DATABASE, Corrections.all()));
  }

  @Test
  void theTimeIsThatOfTheFirstLook() {
    var first = ledger(reached("7"), DriftPolicy.CORRECT, found("7", "3"));
    var second =
        DriftLedger.of(
            first.memory(),
            Map.of(Component.DATABASE, List.of(found("7", "2"))),
            DriftPolicies.correcting(),
            LATER);

    assertThat(second.drifts())
        .extracting(Drift::since)
        .containsExactly(first.drifts().getFirst().since());
    assertThat(second.drifts()).extracting(Drift::found).containsExactly("2");
  }

  @Test
  void aChangedWishIsNoDriftNorIsTakingItBack() {
    var changed = ledger(reached("7"), DriftPolicy.REPORT, found("10", "14"));
    var back = ledger(changed.memory(), DriftPolicy.REPORT, found("7", "14"));

    assertThat(changed.drifts()).isEmpty();
    assertThat(changed.corrections()).isEmpty();
    assertThat(back.drifts()).isEmpty();
    assertThat(back.corrections()).isEmpty();
  }

  @Test
  void whatLosesSomethingIsAskedAboutUnlessItIsLeft() {
    var losing = new Standing(Component.DATABASE, FIELD, "7", Optional.of(losing()));

    assertThat(ledger(reached("7"), DriftPolicy.CORRECT, losing))
        .satisfies(
            it -> {
              assertThat(it.drifts()).extracting(Drift::handling).containsExactly(Handling.ASKED);
              assertThat(it.corrections().get(Component.DATABASE))
                  .isEqualTo(new Corrections(Set.of(), Map.of(FIELD, "backups")));
            });
    for (var policy : List.of(DriftPolicy.REPORT, DriftPolicy.IGNORE)) {
      assertThat(ledger(reached("7"), policy, losing).corrections().get(Component.DATABASE))
          .isEqualTo(new Corrections(Set.of(FIELD), Map.of()));
    }
  }

  @Test
  void whatIsIgnoredIsNotListedButRemembered() {
    var ledger = ledger(reached("7"), DriftPolicy.IGNORE, found("7", "3"));

    assertThat(ledger.memory()).isEqualTo(reached("7"));
  }

  @Test
  void whatCannotBeJudgedStaysAsItWas() {
    var first = ledger(reached("7"), DriftPolicy.CORRECT, found("7", "3"));
    var unseen = DriftLedger.of(first.memory(), Map.of(), DriftPolicies.correcting(), LATER);
    var other =
        DriftLedger.of(
            first.memory(),
            Map.of(
                Component.DATABASE,
                List.of(new Standing(Component.DATABASE, "version", "17", Optional.empty()))),
            DriftPolicies.correcting(),
            LATER);

    assertThat(unseen.memory()).isEqualTo(first.memory());
    assertThat(other.drifts()).isEqualTo(first.drifts());
    assertThat(other.memory().reached()).containsEntry(PATH, "7");
  }

  @Test
  void whatIsNotManagedIsForgotten() {
    var known =
        new DriftMemory(
            Map.of(PATH, "7", "cache.nodes", "2"),
            ledger(reached("7"), DriftPolicy.CORRECT, found("7", "3")).drifts());
    var ledger =
        DriftLedger.of(
            known, Map.of(Component.DATABASE, List.of()), DriftPolicies.correcting(), LATER);

    assertThat(ledger.memory()).isEqualTo(new DriftMemory(Map.of("cache.nodes", "2"), List.of()));
  }

  private static DriftLedger ledger(DriftMemory former, DriftPolicy policy, Standing standing) {
    return DriftLedger.of(
        former, Map.of(Component.DATABASE, List.of(standing)), everywhere(policy), NOW);
  }

  private static DriftPolicies everywhere(DriftPolicy policy) {
    return new DriftPolicies(
        Arrays.stream(DriftGroup.values()).collect(Collectors.toMap(it -> it, _ -> policy)));
  }

  private static DriftMemory reached(String wish) {
    return new DriftMemory(Map.of(PATH, wish), List.of());
  }

  private static Standing found(String wish, String found) {
    return new Standing(
        Component.DATABASE,
        FIELD,
        wish,
        Optional.of(new Deviation(wish, found, false, Optional.empty())));
  }

  private static Deviation losing() {
    return new Deviation("7", "14", false, Optional.of("backups"));
  }
}
