package io.appenv.operator.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The template of what exists before the first environment. */
final class FoundationTemplate {

  static final Path FILE = Manifests.DEPLOY.resolve("aws/foundation.yaml");

  private FoundationTemplate() {}

  static String text() {
    try {
      return Files.readString(FILE);
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  /** Without the tags of CloudFormation's functions, of which only the arguments are left. */
  static JsonNode json() {
    try {
      return new ObjectMapper(new YAMLFactory()).readTree(text());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static JsonNode properties(String resource) {
    return json().path("Resources").path(resource).path("Properties");
  }

  /** The subnets that it associates with a route table, each with that table, by logical name. */
  static Map<String, String> routeTables() {
    return json()
        .path("Resources")
        .valueStream()
        .filter(it -> it.path("Type").asText().equals("AWS::EC2::SubnetRouteTableAssociation"))
        .map(it -> it.path("Properties"))
        .collect(
            Collectors.toUnmodifiableMap(
                it -> it.path("SubnetId").asText(), it -> it.path("RouteTableId").asText()));
  }

  static List<List<String>> parameterRows() {
    return json()
        .path("Parameters")
        .propertyStream()
        .map(
            it ->
                List.of(
                    "`" + it.getKey() + "`",
                    defaultOf(it.getValue()),
                    it.getValue().path("Description").asText()))
        .toList();
  }

  private static String defaultOf(JsonNode parameter) {
    var value = parameter.path("Default").asText();
    return value.isEmpty() ? "empty" : "`" + value + "`";
  }

  static List<List<String>> outputRows() {
    return json()
        .path("Outputs")
        .propertyStream()
        .map(it -> List.of("`" + it.getKey() + "`", it.getValue().path("Description").asText()))
        .toList();
  }
}
