package io.appenv.operator.reconciler;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.api.v1alpha1.OverridePhase;
import io.appenv.operator.api.v1alpha1.Readiness;
import io.appenv.operator.dependent.SecurityGroupPolicy;
import io.appenv.operator.sandbox.RunningOperator;
import io.appenv.operator.sandbox.Sandbox;
import io.appenv.operator.sandbox.WithOperator;
import io.appenv.operator.sandbox.wire.Wire;
import io.appenv.operator.testing.AwsState;
import io.appenv.operator.testing.AwsView;
import io.appenv.operator.testing.Belongings;
import io.appenv.operator.testing.ClaimedCpu;
import io.appenv.operator.testing.EnvironmentUnderTest;
import io.appenv.operator.testing.FrontendAutoscaler;
import io.appenv.operator.testing.IngressUnderTest;
import io.appenv.operator.testing.NamespaceContents;
import io.appenv.operator.testing.OverrideUnderTest;
import io.appenv.operator.testing.RulesInWords;
import io.appenv.operator.testing.ServedMetrics;
import io.appenv.operator.testing.Surroundings;
import io.appenv.operator.testing.WholeCourse;
import io.fabric8.kubernetes.api.model.autoscaling.v2.MetricStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.acm.model.CertificateDetail;
import software.amazon.awssdk.services.acm.model.CertificateStatus;

/**
 * Production with everything at once: closed by security groups that its pods carry, reached by
 * HTTPS, scaled by CPU and by requests, larger for a while, with another host later, and gone in
 * the end without a trace.
 */
@WithOperator
class WholeEnvironmentIT {

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  /** Nothing is to stay, no copy either. */
  private static final String KEEPING_NOTHING =
      """
      database: {deletionPolicy: Delete, deletionProtection: false}
      cache: {deletionPolicy: Delete}
      operations: {confirmDeletion: production}
      """;

  private static Surroundings surroundings;
  private static WholeCourse course;
  private static AwsView aws;

  @BeforeAll
  static void prepare(Sandbox sandbox, RunningOperator operator) {
    surroundings = new Surroundings(sandbox);
    operator.restart(surroundings.settingsAnd(CrashIT.QUICK));
    course = new WholeCourse(sandbox, KEEPING_NOTHING);
    aws = new AwsView(sandbox);
  }

  @AfterAll
  static void usualOperator(RunningOperator operator) {
    operator.stop();
    surroundings.close();
    course.close();
    aws.close();
  }

  @Test
  void everythingTogetherAndNothingInTheEnd(Sandbox sandbox) {
    var environment = EnvironmentUnderTest.inNewNamespace(sandbox.admin(), "production");
    var namespaceBefore = NamespaceContents.of(sandbox, environment.namespace());
    var awsBefore = AwsState.whole(aws).keySet();
    var mark = sandbox.wires().recording().mark();

    course.create(environment);
    assertThatAllIsThere(environment, WholeCourse.firstHost(environment));
    rules(environment).forEach(System.out::println);
    var reported = Instant.now();
    overrideByTheClock(environment);
    scaleByTheLargerOfBoth(environment, reported);
    course.change(environment);
    assertThatAllIsThere(environment, WholeCourse.secondHost(environment));

    var evening =
        OverrideUnderTest.create(
            environment,
            "evening",
            Instant.now().plus(Duration.ofHours(1)),
            Instant.now().plus(Duration.ofHours(2)),
            "tiers: [{name: backend, min: 3}]");
    evening.awaitPhase(OverridePhase.Pending);
    deleteAsWithAController(environment);

    assertThat(evening.awaitPhase(OverridePhase.Refused).message())
        .contains("no environment production");
    assertThat(AwsState.whole(aws).keySet()).as("AWS").isSubsetOf(awsBefore);
    assertThat(sandbox.wires().recording().writesSince(mark))
        .filteredOn(entry -> entry.call().wire() == Wire.AWS)
        .as("no other service of AWS was written to")
        .allMatch(entry -> AwsState.SERVICES.contains(entry.call().service()));
    awaitOnlyThatOfTheUser(sandbox, environment, namespaceBefore);
    Awaitility.await("the end of the numbers of requests")
        .atMost(EnvironmentUnderTest.PATIENCE)
        .until(() -> sandbox.admin().raw(ServedMetrics.path(environment.namespace())) == null);
  }

  private static void assertThatAllIsThere(EnvironmentUnderTest environment, String host) {
    Belongings.assertOneOfEach(environment, aws);
    assertThatItIsClosed(environment);
    var certificate = onlyCertificate(environment);
    assertThat(certificate.status()).isEqualTo(CertificateStatus.ISSUED);
    assertThat(certificate.domainName()).isEqualTo(host);
    assertThat(aws.records(environment.namespace()))
        .singleElement()
        .satisfies(record -> assertThat(record.name()).endsWith("." + host + "."));
    var ingress = new IngressUnderTest(environment);
    assertThat(ingress.host()).isEqualTo(host);
    assertThat(ingress.annotations())
        .containsEntry("certificate-arn", certificate.certificateArn())
        .containsEntry("listen-ports", "[{\"HTTP\": 80}, {\"HTTPS\": 443}]")
        .containsEntry("ssl-redirect", "443")
        .containsEntry("security-groups", group(environment, "loadbalancer"))
        .containsEntry("manage-backend-security-group-rules", "false")
        .doesNotContainKey("inbound-cidrs");
    assertThat(ingress.endpointToldTo("production-backend")).isEqualTo("https://" + host);
    assertThat(environment.status().notEffective()).isEmpty();
    assertThat(environment.isReady()).isTrue();
  }

  private static void assertThatItIsClosed(EnvironmentUnderTest environment) {
    assertThat(rules(environment)).containsExactlyElementsOf(SecurityGroupsIT.CLOSURE);
    for (var tier : List.of("frontend", "backend")) {
      assertThat(carriedBy(environment, tier))
          .containsExactly(group(environment, tier), WholeCourse.CLUSTER_GROUP);
    }
    assertThat(aws.instance(environment.awsPrefix()).orElseThrow().vpcSecurityGroups())
        .singleElement()
        .satisfies(
            it -> assertThat(it.vpcSecurityGroupId()).isEqualTo(group(environment, "database")));
  }

  private static List<String> rules(EnvironmentUnderTest environment) {
    var groups = aws.securityGroups(environment.awsPrefix());
    return groups.stream().flatMap(it -> RulesInWords.of(it, groups).stream()).sorted().toList();
  }

  private static List<String> carriedBy(EnvironmentUnderTest environment, String tier) {
    return environment
        .client()
        .resources(SecurityGroupPolicy.class)
        .inNamespace(environment.namespace())
        .withName("production-" + tier)
        .require()
        .getSpec()
        .securityGroups()
        .groupIds();
  }

  private static String group(EnvironmentUnderTest environment, String role) {
    return aws.securityGroups(environment.awsPrefix()).stream()
        .filter(it -> it.groupName().endsWith("-" + role))
        .findFirst()
        .orElseThrow()
        .groupId();
  }

  private static CertificateDetail onlyCertificate(EnvironmentUnderTest environment) {
    var all = aws.certificates(environment.namespace());
    assertThat(all).hasSize(1);
    return all.getFirst();
  }

  /** Of both targets the autoscaler follows the one that asks for more pods. */
  private static void scaleByTheLargerOfBoth(EnvironmentUnderTest environment, Instant reported) {
    var autoscaler = new FrontendAutoscaler(environment);
    // 400 requests of 1000 leave 2 pods; 100 % of 70 % make 3 of them.
    ClaimedCpu.of(environment, "frontend", "1000m");
    autoscaler.awaitEvent("New size: 3; reason: cpu resource utilization");
    Awaitility.await("both numbers in the autoscaler")
        .atMost(PATIENCE)
        .until(() -> measured(autoscaler).equals(Set.of("cpu", "appenv-requests-per-minute")));

    // What is told of one minute is added up.
    Awaitility.await("another minute")
        .atMost(PATIENCE)
        .until(() -> minute(Instant.now()).isAfter(minute(reported)));
    try (var load = course.load(environment)) {
      load.report(1, 1600);
    }
    // 3 pods at 1.6 times the target; by their CPU alone they would stay 3.
    autoscaler.awaitEvent("New size: 5; reason: external metric appenv-requests-per-minute");
    environment.awaitReady();
  }

  private static Instant minute(Instant time) {
    return time.truncatedTo(ChronoUnit.MINUTES);
  }

  private static Set<String> measured(FrontendAutoscaler autoscaler) {
    var names = new TreeSet<String>();
    for (MetricStatus metric :
        Objects.requireNonNull(autoscaler.get().getStatus()).getCurrentMetrics()) {
      if (metric.getResource() != null
          && metric.getResource().getCurrent().getAverageUtilization() != null) {
        names.add(metric.getResource().getName());
      }
      if (metric.getExternal() != null && metric.getExternal().getCurrent().getValue() != null) {
        names.add(metric.getExternal().getMetric().getName());
      }
    }
    return names;
  }

  private static void overrideByTheClock(EnvironmentUnderTest environment) {
    var start = Instant.now().plus(Duration.ofSeconds(15));
    var sale =
        OverrideUnderTest.create(
            environment,
            "sale",
            start,
            start.plus(Duration.ofSeconds(25)),
            "prewarm: 5s\ntiers: [{name: backend, min: 5, max: 10}]");
    sale.awaitPhase(OverridePhase.Pending);
    assertThat(fewestBackends(environment)).isEqualTo(2);
    sale.awaitPhase(OverridePhase.Active);
    sale.awaitReadiness(Readiness.Ready);
    assertThat(fewestBackends(environment)).isEqualTo(5);
    assertThatAllIsThere(environment, WholeCourse.firstHost(environment));
    sale.awaitPhase(OverridePhase.Expired);
    environment.await("the bounds of the manifest", _ -> fewestBackends(environment) == 2);
  }

  private static int fewestBackends(EnvironmentUnderTest environment) {
    return environment
        .client()
        .autoscaling()
        .v2()
        .horizontalPodAutoscalers()
        .inNamespace(environment.namespace())
        .withName("production-backend")
        .require()
        .getSpec()
        .getMinReplicas();
  }

  /** The controller lets its Ingress go when it has deleted the load balancer. */
  private static void deleteAsWithAController(EnvironmentUnderTest environment) {
    var ingress = new IngressUnderTest(environment);
    ingress.hold();
    environment.delete();
    environment.awaitReason("IngressReady", "Deleting");
    assertThat(onlyCertificate(environment).status()).isEqualTo(CertificateStatus.ISSUED);
    ingress.letGo();
    environment.awaitGone();
  }

  private static void awaitOnlyThatOfTheUser(
      Sandbox sandbox, EnvironmentUnderTest environment, Set<String> before) {
    var expected = new TreeSet<>(before);
    expected.add("scaleoverride.appenv.io/sale");
    expected.add("scaleoverride.appenv.io/evening");
    expected.add("targetgroupbinding.elbv2.k8s.aws/" + environment.namespace());
    Awaitility.await("the end of all that it had in the cluster")
        .atMost(EnvironmentUnderTest.PATIENCE)
        .untilAsserted(
            () ->
                assertThat(NamespaceContents.of(sandbox, environment.namespace()))
                    .isEqualTo(expected));
  }
}
