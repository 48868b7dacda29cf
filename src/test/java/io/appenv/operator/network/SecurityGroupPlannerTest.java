package io.appenv.operator.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.model.Component;
import io.appenv.operator.model.Corrections;
import io.appenv.operator.model.Desired;
import io.appenv.operator.model.Failure;
import io.appenv.operator.model.IngressRule;
import io.appenv.operator.model.IngressUse;
import io.appenv.operator.model.IntentRecord;
import io.appenv.operator.model.Observed;
import io.appenv.operator.model.PlannedAction;
import io.appenv.operator.model.PublishedValues;
import io.appenv.operator.model.Reason;
import io.appenv.operator.model.RuleSource;
import io.appenv.operator.model.SecurityGroup;
import io.appenv.operator.resolver.Specs;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SecurityGroupPlannerTest {

  private static final Desired PRODUCTION = desired(Specs.PRODUCTION);
  private static final IngressRule BY_HAND =
      IngressRule.tcp(22, new RuleSource.OfRange("0.0.0.0/0"));

  private final SimulatedGroups aws = new SimulatedGroups();

  static Desired desired(String yaml) {
    return Specs.resolve(yaml).desired().orElseThrow();
  }

  /** NET-3, and nothing else. */
  @Test
  void productionIsClosedAsTheSpecificationSays() {
    aws.settle(PRODUCTION);

    assertThat(aws.told(PRODUCTION))
        .containsExactly(
            "backend accepts tcp 8000 from frontend",
            "cache accepts tcp 6379 from backend",
            "database accepts tcp 5432 from backend",
            "frontend accepts tcp 443 from loadbalancer",
            "frontend accepts tcp 80 from loadbalancer",
            "loadbalancer accepts tcp 443 from 0.0.0.0/0",
            "loadbalancer accepts tcp 443 from ::/0",
            "loadbalancer accepts tcp 80 from 0.0.0.0/0",
            "loadbalancer accepts tcp 80 from ::/0");
  }

  @Test
  void allGroupsAreMadeBeforeAnyRule() {
    assertThat(words(aws.plan(PRODUCTION).actions()))
        .containsExactly(
            "NOW CreateSecurityGroup no security group for loadbalancer exists",
            "NOW CreateSecurityGroup no security group for frontend exists",
            "NOW CreateSecurityGroup no security group for backend exists",
            "NOW CreateSecurityGroup no security group for database exists",
            "NOW CreateSecurityGroup no security group for cache exists",
            "AFTER_PREVIOUS AuthorizeSecurityGroupIngress loadbalancer accepts tcp 80 from"
                + " 0.0.0.0/0, loadbalancer accepts tcp 80 from ::/0, loadbalancer accepts tcp 443"
                + " from 0.0.0.0/0, loadbalancer accepts tcp 443 from ::/0",
            "AFTER_PREVIOUS AuthorizeSecurityGroupIngress frontend accepts tcp 80 from"
                + " loadbalancer, frontend accepts tcp 443 from loadbalancer",
            "AFTER_PREVIOUS AuthorizeSecurityGroupIngress backend accepts tcp 8000 from frontend",
            "AFTER_PREVIOUS AuthorizeSecurityGroupIngress database accepts tcp 5432 from backend",
            "AFTER_PREVIOUS AuthorizeSecurityGroupIngress cache accepts tcp 6379 from backend");
    assertThat(aws.settle(PRODUCTION)).hasSize(10);
    assertThat(aws.calls).hasSize(10);
  }

  @Test
  void nothingIsPlannedInDevelopment() {
    var development = desired(Specs.DEVELOPMENT);

    assertThat(development.securityGroups()).isEmpty();
    assertThat(aws.plan(development).isSettled()).isTrue();
  }

  @Test
  void peersAreLetInBesideTheTiers() {
    var desired =
        desired(
            Specs.PRODUCTION.replace(
                "network: {vpc: {id: vpc-1}}",
                """
                network:
                  vpc: {id: vpc-1}
                  securityGroups: {pods: {clusterGroup: sg-c}}
                  peers:
                    - {to: backend, from: 10.9.0.0/16, ports: [9090], reason: metrics}
                    - {to: database, from: sg-0b1, reason: reports}
                """));
    aws.settle(desired);

    assertThat(aws.told(desired))
        .hasSize(11)
        .contains(
            "backend accepts tcp 9090 from 10.9.0.0/16", "database accepts tcp 5432 from sg-0b1");
  }

  @Test
  void aRuleByHandIsTakenBack() {
    aws.settle(PRODUCTION);
    aws.open(name("database"), BY_HAND);

    assertThat(words(aws.plan(PRODUCTION).actions()))
        .containsExactly(
            "NOW RevokeSecurityGroupIngress database does not accept tcp 22 from 0.0.0.0/0");
  }

  @Test
  void aRuleByHandStaysWhereDriftIsOnlyReported() {
    aws.settle(PRODUCTION);
    aws.open(name("database"), BY_HAND);
    var left =
        new IntentRecord(
            Set.of(),
            Set.of(),
            Set.of(),
            false,
            false,
            IngressUse.none(),
            PublishedValues.none(),
            Optional.empty(),
            Map.of(
                Component.NETWORK, new Corrections(Set.of(SecurityGroupStanding.FIELD), Map.of())));

    assertThat(new SecurityGroupPlanner().apply(PRODUCTION, aws.observed(), left).isSettled())
        .isTrue();
  }

  @Test
  void whatIsFoundOtherwiseIsToldInWords() {
    aws.settle(PRODUCTION);
    aws.open(name("database"), BY_HAND);

    var standing = SecurityGroupStanding.of(KnownGroups.of(PRODUCTION, aws.observed()));

    assertThat(standing.path()).isEqualTo("network.securityGroups");
    assertThat(standing.deviation().orElseThrow().found())
        .isEqualTo("database accepts tcp 22 from 0.0.0.0/0");
    assertThat(standing.deviation().orElseThrow().wished())
        .isEqualTo("database does not accept tcp 22 from 0.0.0.0/0");
  }

  @Test
  void nothingIsJudgedThatIsNotSeen() {
    var planner = new SecurityGroupPlanner();

    assertThat(planner.standings(PRODUCTION, Observed.unseen())).isEmpty();
    assertThat(planner.standings(PRODUCTION, aws.observed())).containsOnlyKeys(Component.NETWORK);
  }

  @Test
  void theGroupOfATierThatIsNoMoreGoesAfterTheRulesThatNameIt() {
    aws.settle(PRODUCTION);
    var alone =
        desired(
            Specs.PRODUCTION
                .replace("accepts: [{from: frontend, ports: [8000]}]", "")
                .replaceAll("(?s)    - name: frontend.*?(?=    - name: backend)", "")
                .replaceAll("(?s)  - name: frontend.*?(?=  - name: backend)", ""));

    assertThat(words(aws.plan(alone).actions()))
        .containsExactly(
            "NOW RevokeSecurityGroupIngress backend does not accept tcp 8000 from frontend",
            "NOW RevokeSecurityGroupIngress frontend does not accept tcp 80 from loadbalancer,"
                + " frontend does not accept tcp 443 from loadbalancer",
            "NOW DeleteSecurityGroup spec.tiers has no use for it any more",
            "NOW DeleteSecurityGroup spec.tiers has no use for it any more");
    aws.settle(alone);
    assertThat(aws.all()).hasSize(3);
  }

  @Test
  void aGroupOfSomebodyElseStopsEverything() {
    aws.put(
        new SecurityGroup("sg-other", name("backend"), "vpc-1", "sg-other", Set.of(), Map.of()));

    var plan = aws.plan(PRODUCTION);

    assertThat(plan.actions()).isEmpty();
    assertThat(plan.findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding).isInstanceOf(Failure.Terminal.class);
              assertThat(finding.reason()).isEqualTo(Reason.NOT_OURS);
              assertThat(finding.message()).contains(name("backend"));
            });
  }

  @Test
  void nothingIsMadeBeforeTheGroupsWereSeen() {
    var plan = new SecurityGroupPlanner().apply(PRODUCTION, Observed.unseen(), IntentRecord.none());

    assertThat(plan.actions()).isEmpty();
    assertThat(plan.findings()).singleElement().isInstanceOf(Failure.Waiting.class);
  }

  private static String name(String role) {
    return PRODUCTION.securityGroups().stream()
        .filter(it -> it.role().name().equals(role))
        .findFirst()
        .orElseThrow()
        .name();
  }

  static List<String> words(List<PlannedAction> actions) {
    return actions.stream()
        .map(it -> "%s %s %s".formatted(it.timing(), it.action().operation(), it.reason()))
        .toList();
  }
}
