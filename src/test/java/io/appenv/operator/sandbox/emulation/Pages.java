package io.appenv.operator.sandbox.emulation;

import io.appenv.operator.sandbox.wire.Answer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Gives a listing out page by page. A listing is taken as a whole when its first page is asked for:
 * so pages are complete whatever the emulation adds or leaves out, and nothing is skipped when
 * something vanishes between two pages, at which moto refuses its own marker.
 */
final class Pages {

  private static final int DEFAULT_SIZE = 100;
  private static final int KEPT = 16;

  private final Map<String, List<String>> listings =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, List<String>> eldest) {
          return size() > KEPT;
        }
      };

  /** Whether a call asks for a page after the first. */
  static boolean isContinued(Exchange exchange) {
    return exchange.parameter("Marker").isPresent();
  }

  /** The first page of a new listing. */
  Answer first(Exchange exchange, String list, List<String> entries) {
    return page(exchange, list, UUID.randomUUID().toString(), entries, 0);
  }

  /** A later page, as the marker says. */
  Answer next(Exchange exchange, String list) {
    var marker = exchange.parameter("Marker").orElse("").split("\\.", 2);
    var entries = known(marker[0]);
    if (entries == null || marker.length != 2 || !marker[1].matches("\\d{1,9}")) {
      return exchange.refuse("InvalidParameterValue", "The marker is not valid.");
    }
    return page(exchange, list, marker[0], entries, Integer.parseInt(marker[1]));
  }

  private synchronized @Nullable List<String> known(String listing) {
    return listings.get(listing);
  }

  private Answer page(
      Exchange exchange, String list, String listing, List<String> entries, int from) {
    var size = exchange.parameter("MaxRecords").map(Integer::valueOf).orElse(DEFAULT_SIZE);
    var to = Math.min(from + size, entries.size());
    var marker = "";
    if (to < entries.size()) {
      keep(listing, entries);
      marker = "<Marker>%s.%d</Marker>".formatted(listing, to);
    }
    var content = String.join("", entries.subList(Math.min(from, to), to));
    return exchange.result("%s<%2$s>%3$s</%2$s>".formatted(marker, list, content));
  }

  private synchronized void keep(String listing, List<String> entries) {
    listings.put(listing, List.copyOf(entries));
  }
}
