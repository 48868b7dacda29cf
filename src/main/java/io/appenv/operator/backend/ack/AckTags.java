package io.appenv.operator.backend.ack;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Tags as ACK resources hold them: all there are, because a controller removes the others. */
final class AckTags {

  private AckTags() {}

  static List<Map<String, String>> of(Map<String, String> tags) {
    return new TreeMap<>(tags)
        .entrySet().stream()
            .filter(tag -> !isReserved(tag.getKey()))
            .map(tag -> Map.of("key", tag.getKey(), "value", tag.getValue()))
            .toList();
  }

  /** Those of AWS itself, and those the controllers add. */
  private static boolean isReserved(String key) {
    return key.startsWith("aws:") || key.startsWith("services.k8s.aws/");
  }
}
