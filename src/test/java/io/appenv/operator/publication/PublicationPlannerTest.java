package io.appenv.operator.publication;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.api.v1alpha1.AppEnvironment;
import io.appenv.operator.golden.Blueprints;
import io.appenv.operator.model.Desired;
import io.appenv.operator.model.DesiredPublication;
import io.appenv.operator.model.EnvironmentId;
import io.appenv.operator.model.Failure;
import io.appenv.operator.model.IntentRecord;
import io.appenv.operator.model.Observed;
import io.appenv.operator.model.Ownership;
import io.appenv.operator.model.Plan;
import io.appenv.operator.model.PlannedAction;
import io.appenv.operator.model.PodUse;
import io.appenv.operator.model.PublicationAction;
import io.appenv.operator.model.PublishedParameter;
import io.appenv.operator.model.PublishedSecret;
import io.appenv.operator.model.PublishedValues;
import io.appenv.operator.model.Reason;
import io.appenv.operator.model.SecretText;
import io.appenv.operator.model.SecretVersion;
import io.appenv.operator.resolver.Specs;
import io.appenv.operator.workload.PublishedOutputs;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PublicationPlannerTest {

  private static final SecretText KEY = new SecretText("key of the environment");

  /** What may stand under a name before. */
  enum Before {
    NOTHING,
    CURRENT,
    OUTDATED,
    DELETED,
    LEFT_BEHIND,
    FOREIGN
  }

  private final PublicationPlanner planner = new PublicationPlanner();
  private final SimulatedStores aws = new SimulatedStores();

  private static Desired desired(boolean publish) {
    return Blueprints.connected(environment(publish)).desired();
  }

  private static AppEnvironment environment(boolean publish) {
    return Specs.environment(
        Specs.PRODUCTION.replace("vpc: {id: vpc-1}", "vpc: {id: %s}".formatted(Blueprints.VPC))
            + "configuration: {publish: %s}\n".formatted(publish));
  }

  private static DesiredPublication wanted() {
    return desired(true).publication().orElseThrow();
  }

  private static PublishedValues values() {
    return PublishedOutputs.of(Blueprints.connected(environment(true)), wanted(), Optional.of(KEY));
  }

  private static Map<String, String> tags(String uid) {
    var environment = desired(true).environment();
    return Ownership.tags(
        new EnvironmentId(environment.cluster(), environment.namespace(), environment.name(), uid));
  }

  private static SecretText url() {
    return Objects.requireNonNull(values().secrets().get("DATABASE_URL"));
  }

  private Plan plan(boolean publish, PublishedValues values) {
    return planner.apply(
        desired(publish),
        observed(),
        IntentRecord.none().using(new PodUse(Set.of(), false).publishing(values)));
  }

  private Observed observed() {
    var unseen = Observed.unseen();
    return new Observed(
        unseen.securityGroups(),
        unseen.database(),
        unseen.cache(),
        unseen.certificate(),
        unseen.certificates(),
        unseen.files(),
        aws.observed());
  }

  private void execute(Plan plan) {
    plan.actions().stream()
        .map(PlannedAction::action)
        .map(PublicationAction.class::cast)
        .forEach(aws::execute);
  }

  @Test
  void outputsHaveTheNamesOfTheStageBelowThePathOfTheEnvironment() {
    execute(plan(true, values()));
    assertThat(aws.parameters.keySet())
        .contains(
            "/appenv/cluster/shop/production/DATABASE_HOST",
            "/appenv/cluster/shop/production/DATABASE_PORT",
            "/appenv/cluster/shop/production/DATABASE_NAME");
    assertThat(aws.parameters.values())
        .allMatch(it -> !it.value().contains("not-a-secret"))
        .allMatch(it -> it.tags().equals(wanted().tags()));
    assertThat(aws.values.get("appenv/cluster/shop/production/DATABASE_URL"))
        .contains("not-a-secret");
    assertThat(plan(true, values()).actions()).isEmpty();
  }

  @Test
  void noPlanTellsOfASecret() {
    var plan = plan(true, values());
    execute(plan);
    var other = changed("canary");
    assertThat(plan + " " + plan(true, other)).doesNotContain("not-a-secret", "canary");
    assertThat(aws.secrets.toString()).doesNotContain("not-a-secret");
  }

  private static PublishedValues changed(String secret) {
    return new PublishedValues(
        values().parameters(), Map.of("DATABASE_URL", new SecretText(secret)), Optional.of(KEY));
  }

  private Optional<String> current() {
    return Optional.ofNullable(aws.secrets.get(wanted().secret("DATABASE_URL")))
        .flatMap(PublishedSecret::current);
  }

  /** Secrets Manager ignores who writes a version again that it had before. */
  @Test
  void aFormerValueIsAnotherVersion() {
    execute(plan(true, changed("one")));
    var first = current();
    execute(plan(true, changed("two")));
    execute(plan(true, changed("one")));
    assertThat(current()).isNotEqualTo(first);
    assertThat(plan(true, changed("one")).actions()).isEmpty();
  }

  @Test
  void whatIsNotKnownYetIsLeftAsItIs() {
    execute(plan(true, values()));
    assertThat(plan(true, PublishedValues.none()).actions()).isEmpty();
    aws.parameters.clear();
    aws.secrets.clear();
    assertThat(plan(true, PublishedValues.none()).actions()).isEmpty();
  }

  @Test
  void whatIsNotPublishedAnyMoreGoes() {
    execute(plan(true, values()));
    execute(plan(false, PublishedValues.none()));
    assertThat(aws.parameters).isEmpty();
    assertThat(aws.secrets.values()).isNotEmpty().allMatch(it -> it.isDeleted());
    assertThat(plan(false, PublishedValues.none()).actions()).isEmpty();
  }

  @Test
  void allGoesWithTheEnvironmentButWhatIsOfOthers() {
    execute(plan(true, values()));
    aws.put(wanted().path() + "THEIRS", "theirs", Map.of());
    execute(planner.delete(desired(true), observed(), IntentRecord.none()));
    assertThat(aws.parameters.keySet()).containsExactly(wanted().path() + "THEIRS");
    assertThat(aws.secrets.values()).allMatch(it -> it.isDeleted());
    assertThat(planner.delete(desired(true), observed(), IntentRecord.none()).actions()).isEmpty();
  }

  @Test
  void whoPublishesNothingWaitsForNoPicture() {
    assertThat(planner.apply(desired(false), Observed.unseen(), IntentRecord.none()))
        .isEqualTo(Plan.empty());
    assertThat(planner.apply(desired(true), Observed.unseen(), IntentRecord.none()).findings())
        .extracting(Failure::reason)
        .containsExactly(Reason.OBSERVING);
  }

  /** Wherever it is broken off, what is planned next leads to the same end, and then to nothing. */
  @Property(tries = 300)
  void everythingLeadsToTheSameEnd(
      @ForAll Before parameter, @ForAll Before secret, @ForAll @IntRange(max = 6) int broken) {
    aws.forget();
    parameter(parameter);
    secret(secret);
    plan(true, values()).actions().stream()
        .limit(broken)
        .map(PlannedAction::action)
        .map(PublicationAction.class::cast)
        .forEach(aws::execute);
    execute(plan(true, values()));

    var plan = plan(true, values());
    assertThat(plan.actions()).isEmpty();
    var isForeign = parameter == Before.FOREIGN || secret == Before.FOREIGN;
    assertThat(plan.findings().stream().anyMatch(it -> it.reason() == Reason.NOT_OURS))
        .isEqualTo(isForeign);
    assertThat(aws.parameters.get(wanted().parameter("DATABASE_PORT")))
        .extracting(PublishedParameter::value)
        .isEqualTo(parameter == Before.FOREIGN ? "theirs" : "5432");
    assertThat(aws.values.get(wanted().secret("DATABASE_URL")))
        .isEqualTo(secret == Before.FOREIGN ? "theirs" : url().reveal());
    assertThat(aws.secrets.values()).noneMatch(it -> it.isDeleted());
  }

  private void parameter(Before before) {
    var name = wanted().parameter("DATABASE_PORT");
    switch (before) {
      case NOTHING, DELETED -> {}
      case CURRENT -> aws.put(name, "5432", wanted().tags());
      case OUTDATED -> aws.put(name, "1", wanted().tags());
      case LEFT_BEHIND -> aws.put(name, "1", tags("uid-of-a-former"));
      case FOREIGN -> aws.put(name, "theirs", Map.of("team", "other"));
    }
  }

  private void secret(Before before) {
    var name = wanted().secret("DATABASE_URL");
    var current = SecretVersion.next(KEY, url(), Optional.empty());
    var other = SecretVersion.next(KEY, new SecretText("other"), Optional.empty());
    switch (before) {
      case NOTHING -> {}
      case CURRENT -> aws.store(name, url().reveal(), current, wanted().tags());
      case OUTDATED -> aws.store(name, "other", other, wanted().tags());
      case DELETED -> {
        aws.store(name, "other", other, tags("uid-of-a-former"));
        aws.mark(name, true);
      }
      case LEFT_BEHIND -> aws.store(name, "other", other, tags("uid-of-a-former"));
      case FOREIGN -> aws.store(name, "theirs", other, Map.of("team", "other"));
    }
  }
}
