package io.appenv.operator.api.v1alpha1;

import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceColumnDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What a CustomResourceDefinition needs and the generator's annotations cannot say. */
final class DefinitionRefinement {

  private static final List<String> COLUMNS =
      List.of(
          "READY",
          "STAGE",
          "DB",
          "CACHE",
          "PLAN",
          "DRIFT",
          "AGE",
          "MESSAGE",
          "DB-ENDPOINT",
          "CACHE-ENDPOINT");

  private static final Map<String, String> CONDITION =
      Map.of(
          "type", "What the condition is about, for example Ready.",
          "status", "True, False or Unknown.",
          "reason", "Why, in one word for programs.",
          "message", "Why and what helps, in one sentence for people.",
          "lastTransitionTime", "When status last changed, RFC 3339 in UTC.",
          "observedGeneration", "The generation of the spec that the condition describes.");

  private DefinitionRefinement() {}

  static CustomResourceDefinition refine(CustomResourceDefinition definition) {
    var version = definition.getSpec().getVersions().getFirst();
    sortColumns(version.getAdditionalPrinterColumns(), COLUMNS);
    var root = version.getSchema().getOpenAPIV3Schema();
    root.setRequired(List.of("spec"));
    root.setDescription("One application environment: its tiers, data stores and where they live.");
    var spec = property(root, "spec");
    spec.setDescription("The environment as its owner declares it.");
    var status = property(root, "status");
    status.setDescription("The environment as last observed; written by the operator only.");
    keyLists(spec, status);
    whole(property(property(spec, "database"), "parameters"));
    whole(property(property(property(status, "effective"), "database"), "parameters"));
    var tier = property(spec, "tiers").getItems().getSchema();
    var requests = property(property(tier, "scaling"), "requests");
    whole(property(property(requests, "cloudWatch"), "dimensions"));
    whole(property(property(requests, "external"), "selector"));
    acceptWhatIsTrue(property(status, "effective"));
    describeConditions(property(status, "conditions").getItems().getSchema());
    nameEachRuleOnce(root);
    return definition;
  }

  /** A list with a key is merged entry by entry in server-side apply, and may not repeat a key. */
  private static void keyLists(JSONSchemaProps spec, JSONSchemaProps status) {
    keyed(property(spec, "tiers"), "name");
    var tier = property(spec, "tiers").getItems().getSchema();
    keyed(property(tier, "accepts"), "from");
    set(property(property(tier, "accepts").getItems().getSchema(), "ports"));
    set(property(tier, "uses"));
    keyed(property(status, "conditions"), "type");
    keyed(property(status, "tiers"), "name");
  }

  /**
   * A map that may be empty is applied as a whole: server-side apply makes null of one that it
   * takes the last entry from, and null is no object.
   */
  private static void whole(JSONSchemaProps map) {
    map.setXKubernetesMapType("atomic");
  }

  /**
   * Effective values repeat the spec's types. They state facts, so nothing is demanded of them and
   * nothing is added.
   */
  private static void acceptWhatIsTrue(JSONSchemaProps schema) {
    schema.setXKubernetesValidations(new ArrayList<>());
    schema.setRequired(new ArrayList<>());
    schema.setDefault(null);
    schema.setPattern(null);
    schema.setMinimum(null);
    schema.setMaximum(null);
    schema.setMinLength(null);
    schema.setMaxLength(null);
    schema.setMinItems(null);
    schema.setMaxItems(null);
    schema.setMinProperties(null);
    schema.setMaxProperties(null);
    children(schema).forEach(DefinitionRefinement::acceptWhatIsTrue);
  }

  static void describeConditions(JSONSchemaProps condition) {
    CONDITION.forEach((name, meaning) -> property(condition, name).setDescription(meaning));
  }

  /** The generator finds the rules of a record component twice: on its field and its accessor. */
  static void nameEachRuleOnce(JSONSchemaProps schema) {
    var rules = schema.getXKubernetesValidations();
    if (rules != null) {
      schema.setXKubernetesValidations(rules.stream().distinct().toList());
    }
    children(schema).forEach(DefinitionRefinement::nameEachRuleOnce);
  }

  private static Stream<JSONSchemaProps> children(JSONSchemaProps schema) {
    var children = new ArrayList<JSONSchemaProps>();
    if (schema.getProperties() != null) {
      children.addAll(schema.getProperties().values());
    }
    if (schema.getItems() != null) {
      children.add(schema.getItems().getSchema());
    }
    if (schema.getAdditionalProperties() != null) {
      children.add(schema.getAdditionalProperties().getSchema());
    }
    return children.stream().filter(Objects::nonNull);
  }

  static void sortColumns(List<CustomResourceColumnDefinition> columns, List<String> order) {
    columns.sort(Comparator.comparingInt(column -> order.indexOf(column.getName())));
  }

  static void keyed(JSONSchemaProps list, String key) {
    list.setXKubernetesListType("map");
    list.setXKubernetesListMapKeys(List.of(key));
    var required = new TreeSet<>(list.getItems().getSchema().getRequired());
    required.add(key);
    list.getItems().getSchema().setRequired(List.copyOf(required));
  }

  static void set(JSONSchemaProps list) {
    list.setXKubernetesListType("set");
  }

  static JSONSchemaProps property(JSONSchemaProps schema, String name) {
    var property = schema.getProperties().get(name);
    if (property == null) {
      throw new IllegalArgumentException("the schema has no property " + name);
    }
    return property;
  }
}
