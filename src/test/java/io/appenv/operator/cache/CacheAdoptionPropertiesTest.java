package io.appenv.operator.cache;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.appenv.operator.model.CacheAction.ResetToken;
import io.appenv.operator.model.ChangeControl;
import io.appenv.operator.model.ChangePolicy;
import io.appenv.operator.model.Consent;
import io.appenv.operator.model.Custody;
import io.appenv.operator.model.Desired;
import io.appenv.operator.model.Governance;
import io.appenv.operator.model.GovernedCalls;
import io.appenv.operator.model.GroupAccess;
import io.appenv.operator.model.IntentRecord;
import io.appenv.operator.model.ParameterGroup;
import io.appenv.operator.model.Plan;
import io.appenv.operator.model.PlannedAction;
import io.appenv.operator.model.ResourceKind;
import io.appenv.operator.model.SubnetGroup;
import io.appenv.operator.model.Timing;
import io.appenv.operator.model.TransitEncryption;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Any replication group of somebody's, and any spec that names it. */
class CacheAdoptionPropertiesTest {

  private static final String PARAMETERS = "shop-redis7";

  private final CachePlanner planner = new CachePlanner();

  @Property(tries = 300)
  void withThePatchNothingButTheOwnershipAndTheTokenChanges(
      @ForAll("examples") CacheExample there,
      @ForAll("examples") CacheExample declared,
      @ForAll("accesses") GroupAccess access) {
    var aws = existing(there);
    aws.group().access = access;
    var patch = CacheAdoption.of(declared.desired(), aws.observed()).orElseThrow().patch().json();

    patched(declared, patch);

    assertThat(CacheAdoption.of(declared.desired(), aws.observed()).orElseThrow().patch())
        .matches(it -> it.isEmpty());
    var plan = plan(aws, declared.desired());
    assertThat(plan.findings()).isEmpty();
    assertThat(plan.actions())
        .extracting(it -> it.action().operation())
        .containsExactlyElementsOf(takeover(access));
  }

  /** The ownership, the steps of encryption in transit that are left, and the token. */
  private static List<String> takeover(GroupAccess access) {
    var steps =
        Collections.nCopies(
            TransitEncryption.REQUIRED.ordinal() - access.transit().ordinal(),
            "ModifyReplicationGroup");
    return Stream.of(
            List.of("AddTagsToResource"),
            steps,
            List.of(
                "AddTagsToResource",
                "ModifyReplicationGroup",
                "AddTagsToResource",
                "ModifyReplicationGroup"))
        .flatMap(List::stream)
        .toList();
  }

  @Property(tries = 300)
  void oneApprovalLeadsToTlsAndATokenByTheCallsThatThePlanListed(
      @ForAll("examples") CacheExample there,
      @ForAll("examples") CacheExample declared,
      @ForAll("accesses") GroupAccess access,
      @ForAll("policies") ChangePolicy policy) {
    var aws = existing(there);
    aws.group().access = access;
    var passes = new CachePasses(aws);
    passes.governed().under(policy);
    var plan = passes.plan(declared.desired());
    Assume.that(policy != ChangePolicy.PLAN_ONLY && !plan.actions().isEmpty());
    passes.governed().under(policy, plan.hash());

    passes.apply(declared.desired());
    aws.maintenanceWindow();
    passes.apply(declared.desired());

    assertThat(passes.governed().made()).isEqualTo(GovernedCalls.promised(plan));
    assertThat(plan(aws, declared.desired())).isEqualTo(Plan.empty());
    assertThat(aws.group().access).isEqualTo(new GroupAccess(TransitEncryption.REQUIRED, true));
    assertThat(aws.group().takesFormerToken).isFalse();
  }

  @Property(tries = 300)
  void whoeverDiesInBetweenGoesOnWhereItWas(
      @ForAll("examples") CacheExample there,
      @ForAll("examples") CacheExample declared,
      @ForAll("accesses") GroupAccess access,
      @ForAll @IntRange(min = 1, max = 9) int passesBefore) {
    var aws = existing(there);
    aws.group().access = access;
    var before = new CachePasses(aws);
    var plan = before.plan(declared.desired());
    Assume.that(!plan.actions().isEmpty());
    before.governed().under(ChangePolicy.AUTO, plan.hash());
    before.interrupted(declared.desired(), passesBefore);

    var after = new CachePasses(aws);
    after.apply(declared.desired());
    aws.maintenanceWindow();
    after.apply(declared.desired());

    assertThat(plan(aws, declared.desired())).isEqualTo(Plan.empty());
    assertThat(aws.group().access).isEqualTo(new GroupAccess(TransitEncryption.REQUIRED, true));
  }

  @Property(tries = 200)
  void nobodyIsMadeToUseTlsBeforeTheTiersDo(
      @ForAll("examples") CacheExample there,
      @ForAll("examples") CacheExample declared,
      @ForAll("accesses") GroupAccess access) {
    var aws = existing(there);
    aws.group().access = access;
    var passes = new CachePasses(aws);
    passes.rolledOut = false;
    var plan = passes.plan(declared.desired());
    Assume.that(access.transit() != TransitEncryption.REQUIRED && !plan.actions().isEmpty());
    passes.governed().under(ChangePolicy.AUTO, plan.hash());

    passes.apply(declared.desired());
    aws.maintenanceWindow();
    var waiting = passes.apply(declared.desired());

    assertThat(aws.group().access).isEqualTo(new GroupAccess(TransitEncryption.PREFERRED, false));
    assertThat(waiting.actions().getFirst().timing()).isEqualTo(Timing.AFTER_ROLLOUT);
    assertThat(aws.calls).noneMatch(ResetToken.class::isInstance);
  }

  @Property(tries = 300)
  void nothingIsCallableBeforeApprovalAndThenTheOwnershipAlone(
      @ForAll("examples") CacheExample there,
      @ForAll("examples") CacheExample declared,
      @ForAll("policies") ChangePolicy policy) {
    var aws = existing(there);
    var drawn = plan(aws, declared.desired());

    var shown = governed(drawn, policy);
    var approved = governed(drawn, policy, shown.hash());

    assertThat(shown.actions()).noneMatch(PlannedAction::isCalledNow);
    assertThat(approved.actions().stream().filter(PlannedAction::isCalledNow))
        .hasSizeLessThanOrEqualTo(1)
        .allMatch(it -> it.action().operation().equals("AddTagsToResource"));
  }

  @Property(tries = 200)
  void itsGroupsAreNeverATarget(
      @ForAll("examples") CacheExample there, @ForAll("examples") CacheExample declared) {
    var aws = existing(there);
    var passes = new CachePasses(aws);
    var asked = passes.plan(declared.desired());
    if (asked.actions().isEmpty()) {
      return;
    }
    passes.governed().under(ChangePolicy.AUTO, asked.hash());
    passes.apply(declared.desired());
    aws.maintenanceWindow();
    passes.apply(declared.desired());

    assertThat(aws.calls)
        .isNotEmpty()
        .allMatch(call -> call.target().kind() == ResourceKind.REPLICATION_GROUP);
    assertThat(aws.group().parameterGroup).isEqualTo(PARAMETERS);
    assertThat(plan(aws, declared.desired())).isEqualTo(Plan.empty());
  }

  @Property(tries = 200)
  void aReleasedOneIsNeverChanged(
      @ForAll("examples") CacheExample there, @ForAll("examples") CacheExample declared) {
    var aws = existing(there);
    declared.custody = new Custody(true, true);

    assertThat(plan(aws, declared.desired()).actions()).isEmpty();
    assertThat(planner.delete(declared.desired(), aws.observed(), IntentRecord.none()).actions())
        .isEmpty();
  }

  private Plan plan(SimulatedCache aws, Desired desired) {
    return planner.apply(desired, aws.observed(), IntentRecord.none());
  }

  private static Plan governed(Plan plan, ChangePolicy policy, String... approved) {
    var control = new ChangeControl(policy, Set.of(approved), Optional.empty(), Optional.empty());
    return Governance.of(plan, control, List.of(), Instant.EPOCH).plan();
  }

  private static SimulatedCache existing(CacheExample example) {
    var aws = new SimulatedCache();
    var group = new SimulatedGroup(CacheExample.cache(example.desired()), aws.parameters);
    group.status = "available";
    group.tags.clear();
    group.tags.put(Consent.TAG, "shop/production");
    aws.parameters.groups.put(
        PARAMETERS, new ParameterGroup(PARAMETERS, "arn:shop", "redis7", Map.of(), Map.of()));
    group.parameterGroup = PARAMETERS;
    aws.group = group;
    aws.subnetGroup =
        new SubnetGroup("shop-subnets", "arn:shop", "vpc-1", Set.of("subnet-z"), Map.of());
    return aws;
  }

  /** As the API server would apply it. */
  private static void patched(CacheExample example, String json) {
    read(json)
        .at("/spec/cache")
        .properties()
        .forEach(field -> set(example, field.getKey(), field.getValue()));
  }

  private static void set(CacheExample example, String field, JsonNode value) {
    switch (field) {
      case "version" -> example.version = value.asText();
      case "nodeType" -> example.nodeType = value.asText();
      case "nodes" -> example.nodes = value.asInt();
      case "snapshot" -> {
        if (value.has("retention")) {
          example.snapshotRetentionDays =
              Integer.parseInt(value.get("retention").asText().replace("d", ""));
        }
        if (value.has("window")) {
          example.snapshotWindow = value.get("window").asText();
        }
      }
      case "maintenanceWindow" -> example.maintenanceWindow = value.asText();
      default -> throw new AssertionError("no field " + field);
    }
  }

  private static JsonNode read(String json) {
    try {
      return new ObjectMapper().readTree(json);
    } catch (JsonProcessingException broken) {
      throw new AssertionError(json, broken);
    }
  }

  @Provide
  Arbitrary<GroupAccess> accesses() {
    return Arbitraries.of(
        new GroupAccess(TransitEncryption.NONE, false),
        new GroupAccess(TransitEncryption.PREFERRED, false),
        new GroupAccess(TransitEncryption.REQUIRED, false),
        new GroupAccess(TransitEncryption.REQUIRED, true));
  }

  @Provide
  Arbitrary<ChangePolicy> policies() {
    return Arbitraries.of(ChangePolicy.class);
  }

  @Provide
  Arbitrary<CacheExample> examples() {
    return Combinators.combine(
            CacheArbitraries.caches(),
            Arbitraries.of("7.0", "7.1"),
            Arbitraries.integers().between(2, 6))
        .as(CacheAdoptionPropertiesTest::example);
  }

  private static CacheExample example(Desired desired, String version, int nodes) {
    var from = CacheExample.cache(desired);
    var example = new CacheExample();
    example.identifier = "shop-cache";
    example.custody = new Custody(true, false);
    example.version = version;
    example.nodes = nodes;
    example.nodeType = from.nodeType();
    example.snapshotRetentionDays = from.snapshotRetentionDays();
    example.snapshotWindow = from.snapshotWindow();
    example.maintenanceWindow = from.maintenanceWindow();
    example.deletionPolicy = from.deletionPolicy();
    return example;
  }
}
