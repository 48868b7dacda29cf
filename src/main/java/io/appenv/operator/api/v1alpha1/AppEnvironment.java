package io.appenv.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.crd.generator.annotation.AdditionalPrinterColumn;
import io.fabric8.crd.generator.annotation.AdditionalPrinterColumn.Type;
import io.fabric8.generator.annotation.ValidationRule;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Singular;
import io.fabric8.kubernetes.model.annotation.Version;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One application environment: its tiers, its data stores and where they live. */
@Group(AppEnvironment.GROUP)
@Version(AppEnvironment.VERSION)
@Kind(AppEnvironment.KIND)
@Plural("appenvironments")
@Singular("appenvironment")
@ShortNames({"appenv", "ae"})
@AdditionalPrinterColumn(
    name = "READY",
    jsonPath = ".status.conditions[?(@.type==\"Ready\")].status",
    type = Type.STRING)
@AdditionalPrinterColumn(name = "STAGE", jsonPath = ".spec.stage", type = Type.STRING)
@AdditionalPrinterColumn(name = "DB", jsonPath = ".status.databaseState", type = Type.STRING)
@AdditionalPrinterColumn(name = "CACHE", jsonPath = ".status.cacheState", type = Type.STRING)
@AdditionalPrinterColumn(name = "PLAN", jsonPath = ".status.plan.hash", type = Type.STRING)
@AdditionalPrinterColumn(name = "DRIFT", jsonPath = ".status.drifted", type = Type.STRING)
@AdditionalPrinterColumn(name = "AGE", jsonPath = ".metadata.creationTimestamp", type = Type.DATE)
@AdditionalPrinterColumn(
    name = "DB-ENDPOINT",
    jsonPath = ".status.endpoints.database",
    type = Type.STRING,
    priority = 1)
@AdditionalPrinterColumn(
    name = "CACHE-ENDPOINT",
    jsonPath = ".status.endpoints.cachePrimary",
    type = Type.STRING,
    priority = 1)
@AdditionalPrinterColumn(name = "MESSAGE", jsonPath = ".status.message", type = Type.STRING)
@ValidationRule(
    value = "self.metadata.name.size() <= 40",
    message =
        "metadata.name has at most 40 characters; write a shorter one, for example production")
@ValidationRule(
    value = "self.metadata.name.matches('^[a-z][a-z0-9-]*$')",
    message =
        "metadata.name starts with a letter and has only lower case letters, digits and hyphens,"
            + " because AWS identifiers are made from it; write for example production")
@ValidationRule(
    value =
        "!has(self.spec.operations) || !has(self.spec.operations.confirmDeletion)"
            + " || self.spec.operations.confirmDeletion == ''"
            + " || self.spec.operations.confirmDeletion == self.metadata.name",
    fieldPath = ".spec.operations.confirmDeletion",
    message = "confirmDeletion must be the environment's own name; write that, or remove it")
@ValidationRule(
    value = ChangeRules.DATABASE_MAJOR,
    message = ChangeRules.DATABASE_MAJOR_MESSAGE,
    messageExpression = ChangeRules.DATABASE_MAJOR_EXPRESSION,
    fieldPath = ".spec.database.version")
@ValidationRule(
    value = ChangeRules.DATABASE_MINOR,
    message = ChangeRules.DATABASE_MINOR_MESSAGE,
    messageExpression = ChangeRules.DATABASE_MINOR_EXPRESSION,
    fieldPath = ".spec.database.version")
@ValidationRule(
    value = ChangeRules.DATABASE_STORAGE,
    message = ChangeRules.STORAGE_MESSAGE,
    messageExpression = ChangeRules.STORAGE_EXPRESSION,
    fieldPath = ".spec.database.storage")
@ValidationRule(
    value = ChangeRules.CACHE_VERSION,
    message = ChangeRules.CACHE_VERSION_MESSAGE,
    messageExpression = ChangeRules.CACHE_VERSION_EXPRESSION,
    fieldPath = ".spec.cache.version")
@ValidationRule(
    value = FileRules.NAME_KEPT,
    message = FileRules.NAME_KEPT_MESSAGE,
    fieldPath = ".spec.files.bucketName")
public class AppEnvironment extends CustomResource<AppEnvironmentSpec, AppEnvironmentStatus>
    implements Namespaced {

  private static final long serialVersionUID = 1L;

  public static final String GROUP = "appenv.io";
  public static final String VERSION = "v1alpha1";
  public static final String KIND = "AppEnvironment";

  /** The annotation that approves a plan by its hash. */
  public static final String APPROVE = "appenv.io/approve";

  private StoredPart.@Nullable Unreadable<AppEnvironmentSpec> unreadable;

  /**
   * Where the stored spec is not of this version's form, as a path such as {@code
   * spec.cache.nodes}; there is no spec then. An object like that can only have been stored under
   * another version of the definition.
   */
  @JsonIgnore
  public Optional<String> unreadableField() {
    return Optional.ofNullable(unreadable)
        .map(it -> it.field().isEmpty() ? "spec" : "spec." + it.field());
  }

  @JsonSetter("spec")
  void readSpec(JsonNode stored) {
    switch (StoredPart.read(stored, AppEnvironmentSpec.class)) {
      case StoredPart.Readable<AppEnvironmentSpec>(var value) -> setSpec(value);
      case StoredPart.Unreadable<AppEnvironmentSpec> part -> unreadable = part;
    }
  }

  /** The status is the operator's own: what it cannot read it makes anew. */
  @JsonSetter("status")
  void readStatus(JsonNode stored) {
    if (StoredPart.read(stored, AppEnvironmentStatus.class)
        instanceof StoredPart.Readable<AppEnvironmentStatus>(var value)) {
      setStatus(value);
    }
  }

  /** What could not be read is kept, so that copies made by way of JSON are as unreadable. */
  @JsonAnyGetter
  Map<String, Object> unread() {
    return unreadable == null ? Map.of() : Map.of("spec", unreadable.json());
  }
}
