package io.appenv.operator.api.v1alpha1;

import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import io.fabric8.kubernetes.api.model.apiextensions.v1.ValidationRule;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One field of the schema, at any depth.
 *
 * @param path as a user would write it, for example {@code spec.tiers[].scaling.min}
 */
record SchemaField(String path, boolean required, JSONSchemaProps schema) {

  /** Of environments. */
  static SchemaField root() {
    return root(GeneratedDefinition.read());
  }

  static SchemaField ofOverrides() {
    return root(GeneratedDefinition.ofOverrides());
  }

  private static SchemaField root(CustomResourceDefinition definition) {
    var version = definition.getSpec().getVersions().getFirst();
    return new SchemaField("", true, version.getSchema().getOpenAPIV3Schema());
  }

  /** This field and all below it, except list items and map values, which have no description. */
  static Stream<SchemaField> below(String section) {
    return root().descendants().filter(field -> field.path().startsWith(section + "."));
  }

  Stream<ValidationRule> rules() {
    var items = Optional.ofNullable(schema.getItems()).map(item -> item.getSchema());
    return Stream.concat(Stream.of(schema), items.stream())
        .map(JSONSchemaProps::getXKubernetesValidations)
        .filter(Objects::nonNull)
        .flatMap(rules -> rules.stream());
  }

  Stream<SchemaField> descendants() {
    return Stream.concat(Stream.of(this), children().flatMap(SchemaField::descendants));
  }

  private Stream<SchemaField> children() {
    var items = Optional.ofNullable(schema.getItems()).map(item -> item.getSchema());
    return items.map(item -> of(path + "[]", item)).orElseGet(() -> of(path, schema));
  }

  private static Stream<SchemaField> of(String prefix, JSONSchemaProps parent) {
    return Optional.ofNullable(parent.getProperties()).orElse(Map.of()).entrySet().stream()
        .map(
            entry ->
                new SchemaField(
                    prefix.isEmpty() ? entry.getKey() : prefix + "." + entry.getKey(),
                    parent.getRequired().contains(entry.getKey()),
                    entry.getValue()));
  }
}
