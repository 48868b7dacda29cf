package io.appenv.operator.sandbox.emulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ParameterListingTest {

  @Test
  void theDefaultOfAFamilyIsListedThoughNobodySetIt() throws IOException {
    assertThat(listed(List.of(), "postgres17")).containsExactly("rds.force_ssl=1 engine-default");
    assertThat(listed(List.of(), "postgres14")).containsExactly("rds.force_ssl=0 engine-default");
  }

  @Test
  void whatIsSetToTheDefaultHasNoUserAsItsSource() throws IOException {
    var forced = List.of(parameter("rds.force_ssl", "1"), parameter("work_mem", "64"));
    assertThat(listed(forced, "postgres15"))
        .containsExactly("rds.force_ssl=1 engine-default", "work_mem=64 user");
    assertThat(listed(forced, "postgres14"))
        .containsExactly("rds.force_ssl=1 user", "work_mem=64 user");
  }

  private static List<String> listed(List<Item> set, String family) throws IOException {
    return ParameterListing.withSources(set, family).stream()
        .map(
            entry ->
                entry.text("ParameterName")
                    + "="
                    + entry.text("ParameterValue")
                    + " "
                    + entry.text("Source"))
        .toList();
  }

  private static Item parameter(String name, String value) throws IOException {
    return Item.parse(
        "<Parameter><ParameterName>%s</ParameterName><ParameterValue>%s</ParameterValue></Parameter>"
            .formatted(name, value));
  }
}
