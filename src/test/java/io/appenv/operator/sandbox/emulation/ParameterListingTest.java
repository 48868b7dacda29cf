package io.appenv.operator.sandbox.emulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ParameterListingTest {

  @Test
  void theDefaultOfAFamilyIsListedThoughNobodySetIt() {
    assertThat(listed(Map.of(), "postgres17")).contains("rds.force_ssl=1 engine-default");
    assertThat(listed(Map.of(), "postgres14")).contains("rds.force_ssl=0 engine-default");
  }

  @Test
  void whatIsSetToTheDefaultHasNoUserAsItsSource() {
    var forced = Map.of("rds.force_ssl", "1", "work_mem", "64");
    assertThat(listed(forced, "postgres15"))
        .contains("rds.force_ssl=1 engine-default", "work_mem=64 user");
    assertThat(listed(forced, "postgres14")).contains("rds.force_ssl=1 user", "work_mem=64 user");
  }

  private static List<String> listed(Map<String, String> set, String family) {
    return ParameterListing.entries(set, family).stream()
        .map(entry -> entry.known().name() + "=" + entry.value() + " " + entry.source())
        .toList();
  }
}
