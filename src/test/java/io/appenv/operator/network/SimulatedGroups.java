package io.appenv.operator.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.model.Desired;
import io.appenv.operator.model.Fingerprint;
import io.appenv.operator.model.IngressRule;
import io.appenv.operator.model.IntentRecord;
import io.appenv.operator.model.Observed;
import io.appenv.operator.model.Observed.ObservedCache;
import io.appenv.operator.model.Observed.ObservedDatabase;
import io.appenv.operator.model.ObservedCertificates;
import io.appenv.operator.model.ObservedSecurityGroups;
import io.appenv.operator.model.Plan;
import io.appenv.operator.model.PlannedAction;
import io.appenv.operator.model.RuleSource;
import io.appenv.operator.model.SecurityGroup;
import io.appenv.operator.model.SecurityGroupAction;
import io.appenv.operator.model.Sighting;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The security groups of a VPC, with what EC2 refuses. */
final class SimulatedGroups {

  private static final int MOST_PASSES = 5;

  private final Map<String, SecurityGroup> groups = new TreeMap<>();
  private int made;

  /** What was called, as it was planned. */
  final List<PlannedAction> calls = new ArrayList<>();

  List<SecurityGroup> all() {
    return List.copyOf(groups.values());
  }

  SecurityGroup named(String name) {
    return all().stream().filter(it -> it.name().equals(name)).findFirst().orElseThrow();
  }

  Observed observed() {
    return new Observed(
        new ObservedSecurityGroups(Sighting.present(all())),
        ObservedDatabase.unseen(),
        ObservedCache.unseen(),
        Sighting.unseen(),
        ObservedCertificates.unseen());
  }

  Plan plan(Desired desired) {
    return new SecurityGroupPlanner().apply(desired, observed(), IntentRecord.none());
  }

  /** Passes until there is nothing to do; tells the first plan, by fingerprints. */
  List<String> settle(Desired desired) {
    var first = plan(desired).actions().stream().map(Fingerprint::of).toList();
    calls.clear();
    for (var pass = 0; !plan(desired).isSettled(); pass++) {
      assertThat(pass).as("passes").isLessThan(MOST_PASSES);
      call(plan(desired));
    }
    return first;
  }

  void call(Plan plan) {
    plan.actions().stream()
        .filter(PlannedAction::isCalledNow)
        .forEach(
            planned -> {
              call((SecurityGroupAction) planned.action());
              calls.add(planned);
            });
  }

  private void call(SecurityGroupAction action) {
    switch (action) {
      case SecurityGroupAction.Create create -> create(create);
      case SecurityGroupAction.Authorize authorize -> authorize(authorize);
      case SecurityGroupAction.Revoke revoke -> revoke(revoke);
      case SecurityGroupAction.AddTags tags -> tag(tags);
      case SecurityGroupAction.Delete delete -> delete(delete);
    }
  }

  private void create(SecurityGroupAction.Create create) {
    assertThat(all()).extracting(SecurityGroup::name).doesNotContain(create.name());
    put(
        new SecurityGroup(
            "sg-" + made++,
            create.name(),
            create.vpcId(),
            "arn",
            Set.of(),
            create.desired().tags()));
  }

  private void authorize(SecurityGroupAction.Authorize authorize) {
    var group = group(authorize.id().orElseThrow());
    assertThat(authorize.rules()).isNotEmpty().noneMatch(group.ingress()::contains);
    var rules = new HashSet<>(group.ingress());
    authorize
        .rules()
        .forEach(
            rule -> {
              assertThat(rule.source()).isNotInstanceOf(RuleSource.OfRole.class);
              if (rule.source() instanceof RuleSource.OfGroup(var id) && id.matches("sg-[0-9]+")) {
                assertThat(groups).containsKey(id);
              }
              rules.add(rule);
            });
    put(with(group, rules));
  }

  private void revoke(SecurityGroupAction.Revoke revoke) {
    var group = group(revoke.id());
    assertThat(group.ingress()).containsAll(revoke.rules());
    var rules = new HashSet<>(group.ingress());
    revoke.rules().forEach(rules::remove);
    put(with(group, rules));
  }

  private void tag(SecurityGroupAction.AddTags added) {
    var group = group(added.id());
    var tags = new HashMap<>(group.tags());
    tags.putAll(added.tags());
    put(
        new SecurityGroup(
            group.id(), group.name(), group.vpcId(), group.arn(), group.ingress(), tags));
  }

  /** DependencyViolation, where another group names it. */
  private void delete(SecurityGroupAction.Delete delete) {
    var id = group(delete.id()).id();
    assertThat(all())
        .filteredOn(it -> !it.id().equals(id))
        .allSatisfy(
            it ->
                assertThat(it.ingress())
                    .extracting(IngressRule::source)
                    .doesNotContain(new RuleSource.OfGroup(id)));
    groups.remove(id);
  }

  private SecurityGroup group(String id) {
    return all().stream().filter(it -> it.id().equals(id)).findFirst().orElseThrow();
  }

  /** As somebody else does it. */
  void put(SecurityGroup group) {
    groups.put(group.id(), group);
  }

  static SecurityGroup with(SecurityGroup group, Set<IngressRule> rules) {
    return new SecurityGroup(
        group.id(), group.name(), group.vpcId(), group.arn(), rules, group.tags());
  }

  void open(String name, IngressRule rule) {
    var group = named(name);
    var rules = new HashSet<>(group.ingress());
    rules.add(rule);
    put(with(group, rules));
  }

  /** All rules, groups by the end of their names: backend accepts tcp 8000 from frontend. */
  List<String> told(Desired desired) {
    var known = KnownGroups.of(desired, observed());
    return all().stream()
        .flatMap(
            group ->
                group.ingress().stream()
                    .map(rule -> known.role(group) + " accepts " + known.inWords(rule)))
        .sorted()
        .toList();
  }
}
