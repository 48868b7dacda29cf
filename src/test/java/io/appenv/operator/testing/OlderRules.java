package io.appenv.operator.testing;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinitionBuilder;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaPropsBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
import org.awaitility.Awaitility;

/** Stores environments that today's rules would refuse, as if older rules had let them in. */
public final class OlderRules {

  private static final String DEFINITION = "appenvironments.appenv.io";

  private final KubernetesClient admin;
  private final CustomResourceDefinition rules;

  public OlderRules(KubernetesClient admin) {
    this.admin = admin;
    this.rules =
        admin.apiextensions().v1().customResourceDefinitions().withName(DEFINITION).require();
  }

  /** Stores the development environment with a change, and puts today's rules back. */
  public void store(EnvironmentUnderTest environment, String change) {
    var json = MergePatch.apply(manifest(), Serialization.asJson(yaml(change)));
    var object = Serialization.unmarshal(json, GenericKubernetesResource.class);
    object.getMetadata().setNamespace(environment.namespace());
    withoutRules(() -> admin.resource(object).create());
  }

  /** Changes a stored environment by a merge patch, and puts today's rules back. */
  public void change(EnvironmentUnderTest environment, String change) {
    var patch = Serialization.asJson(yaml(change));
    withoutRules(() -> generic(environment).patch(PatchContext.of(PatchType.JSON_MERGE), patch));
  }

  private void withoutRules(Supplier<GenericKubernetesResource> write) {
    replace(withoutRules());
    try {
      Awaitility.await("the rules to be off")
          .atMost(EnvironmentUnderTest.PATIENCE)
          .ignoreExceptions()
          .until(() -> write.get() != null);
    } finally {
      replace(rules);
    }
  }

  /** The object, whether it can be read as an environment or not. */
  public Resource<GenericKubernetesResource> generic(EnvironmentUnderTest environment) {
    return admin
        .genericKubernetesResources("appenv.io/v1alpha1", "AppEnvironment")
        .inNamespace(environment.namespace())
        .withName(environment.name());
  }

  private static String manifest() {
    try {
      var text = Files.readString(Path.of("deploy/overlays/development/environment.yaml"));
      return Serialization.asJson(yaml(text));
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  private static Object yaml(String text) {
    return Serialization.unmarshal(text, Map.class);
  }

  private CustomResourceDefinition withoutRules() {
    var anything =
        new JSONSchemaPropsBuilder()
            .withType("object")
            .withXKubernetesPreserveUnknownFields(true)
            .build();
    return new CustomResourceDefinitionBuilder(rules)
        .editSpec()
        .editMatchingVersion(version -> version.getName().equals("v1alpha1"))
        .withNewSchema()
        .withOpenAPIV3Schema(anything)
        .endSchema()
        .endVersion()
        .endSpec()
        .build();
  }

  private void replace(CustomResourceDefinition wanted) {
    Edits.edit(
        admin.apiextensions().v1().customResourceDefinitions().withName(DEFINITION),
        now -> new CustomResourceDefinitionBuilder(now).withSpec(wanted.getSpec()).build());
  }
}
