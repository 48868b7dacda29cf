package io.appenv.operator.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ConfigurationsTest {

  private static Configurations reading(String now, List<String> before, Set<String> inUse) {
    return new Configurations(
        Map.of("backend", new TierConfiguration.Former(Optional.of(now))),
        Map.of("backend", before),
        Map.of("backend", inUse));
  }

  @Test
  void theLastFiveAreKeptBesideTheCurrentOne() {
    var kept = reading("g", List.of("f", "e", "d", "c", "b", "a"), Set.of());
    assertThat(kept.remembered("backend")).containsExactly("g", "f", "e", "d", "c", "b");
    assertThat(kept.isKept("backend", "b")).isTrue();
    assertThat(kept.isKept("backend", "a")).isFalse();
    assertThat(kept.isKept("frontend", "g")).isFalse();
  }

  @Test
  void oneThatIsCurrentAgainMovesToTheFront() {
    assertThat(reading("a", List.of("c", "b", "a"), Set.of()).remembered("backend"))
        .containsExactly("a", "c", "b");
  }

  @Test
  void whatAPodReadsIsKeptHoweverOld() {
    assertThat(reading("g", List.of("f", "e", "d", "c", "b"), Set.of("a")).isKept("backend", "a"))
        .isTrue();
  }

  @Test
  void aTierWithoutConfigurationKeepsItsFormerVersions() {
    var none = new Configurations(Map.of(), Map.of("backend", List.of("b", "a")), Map.of());
    assertThat(none.of("backend")).isEqualTo(new TierConfiguration.None());
    assertThat(none.remembered("backend")).containsExactly("b", "a");
    assertThat(none.unsettled()).isEmpty();
  }

  @Test
  void anIdIsOfOneEnvironmentAndTier() {
    var values = new TreeMap<>(Map.of("A", new SecretText("1")));
    var one = new SecretText("key of one");
    var other = new SecretText("key of another");
    var id = TierConfiguration.of(one, "backend", values).read();
    assertThat(TierConfiguration.of(one, "frontend", values).read()).isNotEqualTo(id);
    assertThat(TierConfiguration.of(other, "backend", values).read()).isNotEqualTo(id);
    assertThat(TierConfiguration.of(one, "backend", new TreeMap<>(values)).read()).isEqualTo(id);
  }
}
