package io.appenv.operator.sandbox.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.Map;

/** Parameters of a request of the AWS JSON protocol: the texts of its outermost object. */
final class JsonData {

  private static final ObjectMapper JSON = new ObjectMapper();

  private JsonData() {}

  /** What is no JSON has no parameters. */
  static Map<String, String> parse(String text) {
    var parameters = new HashMap<String, String>();
    try {
      JSON.readTree(text)
          .properties()
          .forEach(field -> parameters.put(field.getKey(), field.getValue().asText()));
    } catch (JsonProcessingException unreadable) {
      return Map.of();
    }
    return parameters;
  }
}
