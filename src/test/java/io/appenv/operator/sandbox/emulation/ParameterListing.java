package io.appenv.operator.sandbox.emulation;

import io.appenv.operator.sandbox.wire.Answer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Lists the parameters of a group as AWS does: those of the family too, with their source. The
 * emulator knows only what was set.
 */
final class ParameterListing {

  private static final String GROUP = "DBParameterGroupName";
  private static final String LIST = "Parameters";
  private static final String ENTRY = "Parameter";

  private final Pages pages = new Pages();

  Answer parameters(Exchange exchange) throws IOException {
    if (Pages.isContinued(exchange)) {
      return pages.next(exchange, LIST);
    }
    var group =
        exchange.find(
            "DescribeDBParameterGroups",
            GROUP,
            exchange.parameter(GROUP).orElse(""),
            "DBParameterGroup");
    var listed = exchange.list("DescribeDBParameters", ENTRY, exchange.call().parameters());
    if (group.isEmpty() || listed.refusal().isPresent()) {
      return exchange.pass();
    }
    var source = exchange.parameter("Source");
    var entries =
        withSources(listed.items(), group.get().text("DBParameterGroupFamily")).stream()
            .filter(entry -> source.isEmpty() || source.get().equals(entry.text("Source")))
            .map(Item::toString)
            .toList();
    return pages.first(exchange, LIST, entries);
  }

  static List<Item> withSources(List<Item> set, String family) throws IOException {
    var forced = FamilyParameters.FORCE_TLS;
    var all = new ArrayList<>(set);
    if (set.stream().noneMatch(entry -> entry.text("ParameterName").equals(forced))) {
      all.add(
          Item.parse(
              "<Parameter><ParameterName>%s</ParameterName><ParameterValue>%s</ParameterValue></Parameter>"
                  .formatted(forced, FamilyParameters.forceTls(family))));
    }
    all.forEach(
        entry ->
            entry.set(
                "Source",
                FamilyParameters.isDefault(
                        family, entry.text("ParameterName"), entry.text("ParameterValue"))
                    ? "engine-default"
                    : "user"));
    return all;
  }
}
