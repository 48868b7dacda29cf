package io.appenv.operator.sandbox.emulation;

import io.appenv.operator.sandbox.emulation.FamilyParameters.Known;
import io.appenv.operator.sandbox.wire.Answer;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Lists the parameters of a group as AWS does: all those of the family, with their source. The
 * emulator knows only what was set.
 */
final class ParameterListing {

  private static final String LIST = "Parameters";
  private static final String USER = "user";
  private static final String FAMILY = "engine-default";

  private final Pages pages = new Pages();
  private final Parameters parameters;

  ParameterListing(Parameters parameters) {
    this.parameters = parameters;
  }

  Answer parameters(Exchange exchange) throws IOException {
    if (Pages.isContinued(exchange)) {
      return pages.next(exchange, LIST);
    }
    var family = Parameters.family(exchange);
    if (family.isEmpty()) {
      return exchange.pass();
    }
    var source = exchange.parameter("Source");
    var entries =
        entries(parameters.set(exchange), family.get()).stream()
            .filter(entry -> source.isEmpty() || source.get().equals(entry.source()))
            .map(Entry::xml)
            .toList();
    return pages.first(exchange, LIST, entries);
  }

  /** What a family begins with, as XML. */
  static String defaults(String family) {
    return entries(Map.of(), family).stream().map(Entry::xml).collect(Collectors.joining());
  }

  /** A parameter that is set to the default of its family keeps the family as its source. */
  static List<Entry> entries(Map<String, String> set, String family) {
    return FamilyParameters.of(family).stream()
        .map(
            known -> {
              var value = set.getOrDefault(known.name(), known.value());
              return new Entry(known, value, value.equals(known.value()) ? FAMILY : USER);
            })
        .toList();
  }

  /** One parameter of the listing. */
  record Entry(Known known, String value, String source) {

    private String xml() {
      return """
          <Parameter><ParameterName>%s</ParameterName><ParameterValue>%s</ParameterValue>\
          <Source>%s</Source><ApplyType>%s</ApplyType><IsModifiable>%s</IsModifiable></Parameter>"""
          .formatted(
              known.name(),
              value.replace("&", "&amp;").replace("<", "&lt;"),
              source,
              known.isStatic() ? "static" : "dynamic",
              known.isModifiable());
    }
  }
}
