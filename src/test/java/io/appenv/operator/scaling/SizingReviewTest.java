package io.appenv.operator.scaling;

import static io.appenv.operator.scaling.Sales.START;
import static io.appenv.operator.scaling.Sales.overrides;
import static io.appenv.operator.scaling.Sales.sale;
import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.model.Desired;
import io.appenv.operator.model.NetworkFacts;
import io.appenv.operator.model.NetworkFacts.Subnet;
import io.appenv.operator.model.NodeRoom;
import io.appenv.operator.model.Reason;
import io.appenv.operator.model.SizingFinding;
import io.appenv.operator.model.SubnetRole;
import io.appenv.operator.resolver.Specs;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SizingReviewTest {

  private static final NodeRoom NARROW = new NodeRoom(1500, 8L << 30, 20);

  @ParameterizedTest
  @CsvSource({
    "db.t3.micro, 1024",
    "db.t4g.medium, 4096",
    "db.t3.2xlarge, 32768",
    "db.m5.large, 8192",
    "db.m7g.16xlarge, 262144",
    "db.m6gd.xlarge, 16384",
    "db.r6i.large, 16384",
    "db.r5.24xlarge, 786432"
  })
  void memoryOfAClass(String name, long mib) {
    assertThat(InstanceMemory.of(name)).contains(mib);
  }

  /** Earlier generations have other sizes, and of other families no rule is known. */
  @ParameterizedTest
  @CsvSource({"db.r4.large", "db.m3.medium", "db.t2.micro", "db.x2g.large", "db.m5.small", "large"})
  void ofOtherClassesNothingIsKnown(String name) {
    assertThat(InstanceMemory.of(name)).isEmpty();
  }

  /** A db.t3.medium has 450 by the formula of RDS. */
  @ParameterizedTest
  @CsvSource({"45, 10, false", "46, 10, true", "8, 56, false", "8, 57, true"})
  void connectionsOfAllPods(int pods, int each, boolean told) {
    var desired =
        desired(
            Specs.PRODUCTION.replace(
                "uses: [database, cache]\n    scaling: {min: 2, max: 8,",
                "uses: [database, cache]\n    databaseConnections: %d\n    scaling: {min: 2, max: %d,"
                    .formatted(each, pods)));

    assertThat(SizingReview.of(desired, NetworkFacts.none(), Optional.empty()))
        .extracting(SizingFinding::reason)
        .isEqualTo(told ? List.of(Reason.CONNECTIONS_SHORT) : List.of());
  }

  @ParameterizedTest
  @CsvSource({
    "79, true",
    "80, false",
    "'LEAST({DBInstanceClassMemory/100},20)', false",
  })
  void aParameterCountsInPlaceOfTheClass(String value, boolean told) {
    var desired =
        desired(
            Specs.PRODUCTION.replace(
                "storage: 100Gi}",
                "storage: 100Gi, parameters: {max_connections: \"%s\"}}".formatted(value)));

    assertThat(SizingReview.of(desired, NetworkFacts.none(), Optional.empty()))
        .hasSize(told ? 1 : 0);
  }

  @Test
  void aTierWithoutTheDatabaseHoldsNoConnections() {
    var desired = desired(Specs.PRODUCTION.replace("max: 6,", "max: 1000,"));

    assertThat(SizingReview.of(desired, NetworkFacts.none(), Optional.empty())).isEmpty();
  }

  /** A /28 has 16 addresses, of which AWS keeps five; scaling allows 14 pods. */
  @ParameterizedTest
  @CsvSource({"10.0.0.0/28, true", "10.0.0.0/27, false", "'', false", "fd00::/64, false"})
  void addressesOfAllPods(String range, boolean told) {
    var ranges = range.isEmpty() ? List.<String>of() : List.of(range);
    var facts =
        new NetworkFacts(
            List.of(),
            List.of(
                subnet("vpc-1", Map.of(SubnetRole.PRIVATE.tag(), "1"), ranges),
                subnet("vpc-1", Map.of(), List.of("10.1.0.0/16")),
                subnet("vpc-2", Map.of(SubnetRole.PRIVATE.tag(), "1"), List.of("10.2.0.0/16"))));

    var findings = SizingReview.of(desired(Specs.PRODUCTION), facts, Optional.empty());
    assertThat(findings)
        .extracting(SizingFinding::reason)
        .isEqualTo(told ? List.of(Reason.ADDRESSES_SHORT) : List.of());
    assertThat(findings).allMatch(it -> it.message().contains("14 pods"));
  }

  @Test
  void inDevelopmentNothingIsSaid() {
    assertThat(
            SizingReview.of(
                desired(Specs.DEVELOPMENT.replace("max: 8,", "max: 1000,")),
                NetworkFacts.none(),
                Optional.empty()))
        .isEmpty();
  }

  @Test
  void whatAnOverrideAllowsCounts() {
    var desired = desired(Specs.PRODUCTION.replace("max: 8,", "max: 8, overrideMax: 60,"));
    var spec =
        Specs.environment(Specs.PRODUCTION.replace("max: 8,", "max: 8, overrideMax: 60,"))
            .getSpec();
    var sale = sale("sale", "tiers: [{name: backend, max: 60}]");
    var scaled = new Scaled(Overrides.of(List.of(sale), spec), START);

    assertThat(SizingReview.of(desired, NetworkFacts.none(), Optional.empty())).isEmpty();
    assertThat(SizingReview.of(scaled.of(desired), NetworkFacts.none(), Optional.empty()))
        .singleElement()
        .extracting(SizingFinding::message)
        .asString()
        .contains("600 connections", "about 450", "db.t3.medium");
    assertThat(overrides(sale).wishes()).isEmpty();
  }

  /** Without a node that takes it no pod of a tier starts; the others lack some of their pods. */
  @Test
  void theWorstComesFirst() {
    var subnets =
        List.of(subnet("vpc-1", Map.of(SubnetRole.PRIVATE.tag(), "1"), List.of("10.0.0.0/28")));
    var desired =
        desired(
            Specs.PRODUCTION.replace(
                "uses: [database, cache]", "uses: [database, cache]\n    databaseConnections: 60"));

    assertThat(
            SizingReview.of(
                desired, new NetworkFacts(List.of(), subnets), Optional.of(List.of(NARROW))))
        .extracting(SizingFinding::reason)
        .containsExactly(
            Reason.NODES_TOO_SMALL,
            Reason.CONNECTIONS_SHORT,
            Reason.ADDRESSES_SHORT,
            Reason.NODES_SHORT);
  }

  /** Its pods run on nodes like any other's. */
  @Test
  void inDevelopmentNodesAreLookedAt() {
    assertThat(
            SizingReview.of(
                desired(Specs.DEVELOPMENT), NetworkFacts.none(), Optional.of(List.of(NARROW))))
        .extracting(SizingFinding::reason)
        .containsExactly(Reason.NODES_TOO_SMALL, Reason.NODES_SHORT);
  }

  private static Subnet subnet(String vpc, Map<String, String> tags, List<String> ranges) {
    return new Subnet("subnet", vpc, "a", tags, ranges);
  }

  private static Desired desired(String spec) {
    return Specs.resolve(spec).desired().orElseThrow();
  }
}
