package io.appenv.operator.api.v1alpha1;

import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import java.util.List;

/** What the definition of overrides needs and the generator's annotations cannot say. */
final class OverrideRefinement {

  private static final List<String> COLUMNS =
      List.of("ENVIRONMENT", "PHASE", "READY", "START", "END", "REASON", "AGE", "MESSAGE");

  private OverrideRefinement() {}

  static CustomResourceDefinition refine(CustomResourceDefinition definition) {
    var version = definition.getSpec().getVersions().getFirst();
    DefinitionRefinement.sortColumns(version.getAdditionalPrinterColumns(), COLUMNS);
    var root = version.getSchema().getOpenAPIV3Schema();
    root.setRequired(List.of("spec"));
    root.setDescription("Other numbers of pods than an environment's own, for a while.");
    var spec = DefinitionRefinement.property(root, "spec");
    spec.setDescription("The override as somebody asks for it.");
    var status = DefinitionRefinement.property(root, "status");
    status.setDescription("Where the override stands; written by the operator only.");
    DefinitionRefinement.keyed(DefinitionRefinement.property(spec, "tiers"), "name");
    DefinitionRefinement.set(
        DefinitionRefinement.property(DefinitionRefinement.property(spec, "recurrence"), "days"));
    DefinitionRefinement.keyed(DefinitionRefinement.property(status, "tiers"), "name");
    var conditions = DefinitionRefinement.property(status, "conditions");
    DefinitionRefinement.keyed(conditions, "type");
    DefinitionRefinement.describeConditions(conditions.getItems().getSchema());
    DefinitionRefinement.nameEachRuleOnce(root);
    return definition;
  }
}
