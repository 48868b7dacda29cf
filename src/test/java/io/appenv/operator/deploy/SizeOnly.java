package io.appenv.operator.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.appenv.operator.api.v1alpha1.AppEnvironmentSpec;
import java.util.ArrayList;
import java.util.List;

/** Splits a spec into what says how big things are and all the rest (ENV-2). */
final class SizeOnly {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** JSON pointers of objects, and the fields in them that are sizes. */
  private record Sizes(String holder, List<String> fields) {}

  private static final List<Sizes> SIZES =
      List.of(
          new Sizes("/tiers/0/scaling", List.of("min", "max")),
          new Sizes("/tiers/1/scaling", List.of("min", "max")),
          new Sizes("/database", List.of("instanceClass", "storage")),
          new Sizes("/cache", List.of("nodeType")));

  private SizeOnly() {}

  static JsonNode withoutSizes(AppEnvironmentSpec spec) {
    var tree = (ObjectNode) MAPPER.<JsonNode>valueToTree(spec);
    tree.remove("stage");
    for (var sizes : SIZES) {
      ((ObjectNode) tree.at(sizes.holder())).remove(sizes.fields());
    }
    return tree;
  }

  static List<String> sizes(AppEnvironmentSpec spec) {
    JsonNode tree = MAPPER.valueToTree(spec);
    var found = new ArrayList<String>();
    for (var sizes : SIZES) {
      sizes.fields().forEach(field -> found.add(tree.at(sizes.holder()).path(field).asText()));
    }
    return found;
  }
}
