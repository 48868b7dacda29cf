package io.appenv.operator.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** JSON merge patch, RFC 7396: null removes, objects are merged, all else replaces. */
public final class MergePatch {

  private static final ObjectMapper JSON = new ObjectMapper();

  private MergePatch() {}

  public static String apply(String document, String patch) {
    try {
      return merge(JSON.readTree(document), JSON.readTree(patch)).toString();
    } catch (JsonProcessingException invalid) {
      throw new IllegalArgumentException(invalid);
    }
  }

  private static JsonNode merge(JsonNode document, JsonNode patch) {
    if (!(patch instanceof ObjectNode changes)) {
      return patch;
    }
    var merged = document instanceof ObjectNode object ? object : JSON.createObjectNode();
    for (var change : changes.properties()) {
      if (change.getValue().isNull()) {
        merged.remove(change.getKey());
      } else {
        merged.set(change.getKey(), merge(merged.path(change.getKey()), change.getValue()));
      }
    }
    return merged;
  }
}
