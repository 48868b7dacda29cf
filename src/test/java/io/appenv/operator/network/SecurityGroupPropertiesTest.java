package io.appenv.operator.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.model.Desired;
import io.appenv.operator.model.DesiredSecurityGroup;
import io.appenv.operator.model.Fingerprint;
import io.appenv.operator.model.IngressRule;
import io.appenv.operator.model.Ownership;
import io.appenv.operator.model.Plan;
import io.appenv.operator.model.RuleSource;
import io.appenv.operator.model.SecurityGroup;
import io.appenv.operator.model.SecurityGroupRole;
import io.appenv.operator.resolver.Specs;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** From any set of groups to any other, with rules that somebody else made. */
class SecurityGroupPropertiesTest {

  private static final Desired BASE = SecurityGroupPlannerTest.desired(Specs.PRODUCTION);
  private static final List<String> ROLES = List.of("loadbalancer", "one", "two", "three", "four");

  /** A rule between two roles, or from addresses. */
  record Wish(String to, String from, int port) {}

  @Property(tries = 300)
  void everythingIsReachedByThePlanThatWasShown(
      @ForAll("closures") Desired before,
      @ForAll("closures") Desired after,
      @ForAll("rules") List<IngressRule> byHand) {
    var aws = new SimulatedGroups();
    aws.settle(before);
    aws.all().forEach(group -> byHand.forEach(rule -> aws.open(group.name(), rule)));

    var promised = aws.settle(after);

    assertThat(aws.calls.stream().map(Fingerprint::of)).containsExactlyElementsOf(promised);
    assertThat(aws.told(after))
        .containsExactlyInAnyOrderElementsOf(
            after.securityGroups().stream()
                .flatMap(group -> group.rules().stream().map(it -> group.role() + " accepts " + it))
                .toList());
    assertThat(aws.all())
        .extracting(SecurityGroup::name)
        .containsExactlyInAnyOrderElementsOf(
            after.securityGroups().stream().map(DesiredSecurityGroup::name).toList());
  }

  /** A pass that ended anywhere is continued by the next, whatever was made of it. */
  @Property(tries = 200)
  void halfAPassIsCompletedByTheNext(
      @ForAll("closures") Desired before, @ForAll("closures") Desired after, @ForAll byte made) {
    var aws = new SimulatedGroups();
    aws.settle(before);
    var actions = aws.plan(after).actions();
    var some = actions.stream().limit(Math.floorMod(made, actions.size() + 1)).toList();
    aws.call(Plan.of(some));

    aws.settle(after);

    assertThat(aws.all()).hasSameSizeAs(after.securityGroups());
  }

  @Provide
  Arbitrary<Desired> closures() {
    var wish =
        Combinators.combine(
                Arbitraries.of(ROLES),
                Arbitraries.of("loadbalancer", "one", "two", "three", "four", "10.0.0.0/8"),
                Arbitraries.of(80, 443, 8000))
            .as(Wish::new);
    return Combinators.combine(Arbitraries.subsetOf(ROLES).ofMinSize(1), wish.set().ofMaxSize(8))
        .as(SecurityGroupPropertiesTest::desired);
  }

  @Provide
  Arbitrary<List<IngressRule>> rules() {
    return Arbitraries.of(
            IngressRule.tcp(22, new RuleSource.OfRange("0.0.0.0/0")),
            IngressRule.tcp(80, new RuleSource.OfRange("10.0.0.0/8")),
            new IngressRule("-1", -1, -1, new RuleSource.OfRange("::/0")),
            new IngressRule("udp", 1, 65_535, new RuleSource.OfPrefixList("pl-1")))
        .list()
        .uniqueElements()
        .ofMaxSize(3);
  }

  private static Desired desired(Set<String> roles, Set<Wish> wishes) {
    return new Desired(
        BASE.environment(),
        BASE.stage(),
        BASE.backend(),
        BASE.region(),
        BASE.vpcId(),
        BASE.loadBalancer(),
        BASE.tiers(),
        BASE.database(),
        BASE.cache(),
        BASE.ingress(),
        BASE.files(),
        BASE.publication(),
        roles.stream().sorted().map(role -> group(role, roles, wishes)).toList(),
        BASE.clusterGroup(),
        BASE.peers(),
        false,
        false);
  }

  private static DesiredSecurityGroup group(String role, Set<String> roles, Set<Wish> wishes) {
    return new DesiredSecurityGroup(
        new SecurityGroupRole(role),
        "appenv-shop-production-" + role,
        wishes.stream()
            .filter(wish -> wish.to().equals(role))
            .filter(wish -> wish.from().contains("/") || roles.contains(wish.from()))
            .map(wish -> IngressRule.tcp(wish.port(), source(wish.from())))
            .collect(Collectors.toUnmodifiableSet()),
        Ownership.tags(BASE.environment()));
  }

  private static RuleSource source(String from) {
    return from.contains("/")
        ? new RuleSource.OfRange(from)
        : new RuleSource.OfRole(new SecurityGroupRole(from));
  }
}
