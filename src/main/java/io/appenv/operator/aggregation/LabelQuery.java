package io.appenv.operator.aggregation;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The selector of a request, as far as an autoscaler with matchLabels writes one. */
final class LabelQuery {

  private static final Pattern EQUALITY =
      Pattern.compile("\\s*(?<key>[A-Za-z0-9./_-]+)\\s*==?\\s*(?<value>[A-Za-z0-9._-]*)\\s*");

  private LabelQuery() {}

  /**
   * Empty where it asks for more than equal labels, of which nobody should believe that it was
   * heeded.
   *
   * @param query the part of the URL behind the question mark, still escaped; empty where none is
   */
  static Optional<Map<String, String>> parse(String query) {
    var labels = new TreeMap<String, String>();
    for (var parameter : query.split("&")) {
      if (parameter.startsWith("labelSelector=")) {
        var selector =
            URLDecoder.decode(
                parameter.substring("labelSelector=".length()), StandardCharsets.UTF_8);
        if (!read(selector, labels)) {
          return Optional.empty();
        }
      }
    }
    return Optional.of(labels);
  }

  private static boolean read(String selector, Map<String, String> labels) {
    if (selector.isBlank()) {
      return true;
    }
    for (var part : selector.split(",", -1)) {
      var equality = EQUALITY.matcher(part);
      if (!equality.matches()) {
        return false;
      }
      labels.put(equality.group("key"), equality.group("value"));
    }
    return true;
  }
}
