package io.appenv.operator.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.appenv.operator.model.ChangeControl;
import io.appenv.operator.model.ChangePolicy;
import io.appenv.operator.model.Consent;
import io.appenv.operator.model.Custody;
import io.appenv.operator.model.DatabaseAction;
import io.appenv.operator.model.Desired;
import io.appenv.operator.model.DesiredDatabase;
import io.appenv.operator.model.Governance;
import io.appenv.operator.model.InstanceSwitches;
import io.appenv.operator.model.IntentRecord;
import io.appenv.operator.model.Plan;
import io.appenv.operator.model.PlannedAction;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Any instance that exists, and any spec that names it. */
class DatabaseAdoptionPropertiesTest {

  private final DatabasePlanner planner = new DatabasePlanner();

  @Property(tries = 300)
  void withThePatchNothingButTheOwnershipChanges(
      @ForAll("examples") DatabaseExample there, @ForAll("examples") DatabaseExample declared) {
    var aws = existing(there);
    var patch =
        DatabaseAdoption.of(declared.desired(), aws.observed()).orElseThrow().patch().json();

    patched(declared, patch);

    assertThat(DatabaseAdoption.of(declared.desired(), aws.observed()).orElseThrow().patch())
        .matches(it -> it.isEmpty());
    var plan = planner.apply(declared.desired(), aws.observed(), IntentRecord.none());
    assertThat(plan.findings()).isEmpty();
    assertThat(plan.actions())
        .extracting(PlannedAction::action)
        .extracting(Object::getClass)
        .containsExactly(
            (Class) DatabaseAction.AddTags.class,
            (Class) DatabaseAction.ResetPassword.class,
            (Class) DatabaseAction.AddTags.class);
  }

  @Property(tries = 300)
  void nothingIsCallableBeforeApprovalAndThenTheOwnershipAlone(
      @ForAll("examples") DatabaseExample there,
      @ForAll("examples") DatabaseExample declared,
      @ForAll("policies") ChangePolicy policy) {
    var aws = existing(there);
    var drawn = planner.apply(declared.desired(), aws.observed(), IntentRecord.none());

    var shown = governed(drawn, policy);
    var approved = governed(drawn, policy, shown.hash());

    assertThat(shown.actions()).noneMatch(PlannedAction::isCalledNow);
    assertThat(approved.actions().stream().filter(PlannedAction::isCalledNow))
        .hasSizeLessThanOrEqualTo(1)
        .allMatch(it -> it.action() instanceof DatabaseAction.AddTags);
  }

  @Property(tries = 200)
  void aReleasedOneIsNeverChanged(
      @ForAll("examples") DatabaseExample there, @ForAll("examples") DatabaseExample declared) {
    var aws = existing(there);
    declared.custody = new Custody(true, true);

    assertThat(planner.apply(declared.desired(), aws.observed(), IntentRecord.none()).actions())
        .isEmpty();
    assertThat(planner.delete(declared.desired(), aws.observed(), IntentRecord.none()).actions())
        .isEmpty();
  }

  private static Plan governed(Plan plan, ChangePolicy policy, String... approved) {
    var control = new ChangeControl(policy, Set.of(approved), Optional.empty(), Optional.empty());
    return Governance.of(plan, control, List.of(), Instant.EPOCH).plan();
  }

  private static SimulatedDatabase existing(DatabaseExample example) {
    var aws = new SimulatedDatabase();
    DesiredDatabase made = DatabaseExample.database(example.desired());
    var instance = new SimulatedInstance(made);
    instance.status = "available";
    instance.tags.clear();
    instance.tags.put(Consent.TAG, "shop/production");
    instance.switches = new InstanceSwitches(false, false, !made.version().contains("."));
    instance.parameterGroup = "default.postgres17";
    aws.instance = instance;
    return aws;
  }

  /** As the API server would apply it. */
  private static void patched(DatabaseExample example, String json) {
    read(json)
        .at("/spec/database")
        .properties()
        .forEach(field -> set(example, field.getKey(), field.getValue()));
  }

  private static void set(DatabaseExample example, String field, JsonNode value) {
    switch (field) {
      case "version" -> example.version = value.asText();
      case "instanceClass" -> example.instanceClass = value.asText();
      case "storage" -> example.storageGib = gib(value);
      case "maxStorage" ->
          example.maxStorageGib = value.isNull() ? Optional.empty() : Optional.of(gib(value));
      case "storageType" -> example.storageType = value.asText();
      case "multiAZ" -> example.multiAz = value.asBoolean();
      case "backup" -> {
        if (value.has("pointInTime")) {
          example.backupRetentionDays =
              Integer.parseInt(value.get("pointInTime").asText().replace("d", ""));
        }
        if (value.has("window")) {
          example.backupWindow = value.get("window").asText();
        }
      }
      case "iops" -> example.iops = value.isNull() ? Optional.empty() : Optional.of(value.asInt());
      case "caCertificate" -> example.caCertificate = Optional.of(value.asText());
      case "performanceInsights" ->
          example.performanceInsightsDays =
              value.isNull()
                  ? Optional.empty()
                  : Optional.of(Integer.parseInt(value.get("retention").asText().replace("d", "")));
      case "maintenanceWindow" -> example.maintenanceWindow = value.asText();
      case "deletionProtection" -> example.deletionProtection = value.asBoolean();
      default -> throw new AssertionError("no field " + field);
    }
  }

  private static int gib(JsonNode value) {
    return Integer.parseInt(value.asText().replace("Gi", ""));
  }

  private static JsonNode read(String json) {
    try {
      return new ObjectMapper().readTree(json);
    } catch (JsonProcessingException broken) {
      throw new AssertionError(json, broken);
    }
  }

  @Provide
  Arbitrary<ChangePolicy> policies() {
    return Arbitraries.of(ChangePolicy.class);
  }

  @Provide
  Arbitrary<DatabaseExample> examples() {
    return Combinators.combine(
            DatabaseArbitraries.databases(),
            Arbitraries.of("16", "17", "17.4", "17.6"),
            Arbitraries.of(20, 100, 350))
        .as(DatabaseAdoptionPropertiesTest::example);
  }

  private static DatabaseExample example(Desired desired, String version, int storage) {
    var from = DatabaseExample.database(desired);
    var example = new DatabaseExample();
    example.identifier = "shop-db";
    example.custody = new Custody(true, false);
    example.version = version;
    example.storageGib = storage;
    example.instanceClass = from.instanceClass();
    example.maxStorageGib = from.maxStorageGib();
    example.storageType = from.storageType();
    example.multiAz = from.multiAz();
    example.backupRetentionDays = from.backupRetentionDays();
    example.iops = from.iops();
    example.caCertificate = from.caCertificate();
    example.performanceInsightsDays = from.performanceInsightsDays();
    example.backupWindow = from.backupWindow();
    example.maintenanceWindow = from.maintenanceWindow();
    example.deletionProtection = from.deletionProtection();
    example.deletionPolicy = from.deletionPolicy();
    return example;
  }
}
