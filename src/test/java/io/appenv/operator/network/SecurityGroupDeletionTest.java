package io.appenv.operator.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.model.Desired;
import io.appenv.operator.model.IntentRecord;
import io.appenv.operator.model.Observed;
import io.appenv.operator.model.Observed.ObservedCache;
import io.appenv.operator.model.Observed.ObservedDatabase;
import io.appenv.operator.model.ObservedCertificates;
import io.appenv.operator.model.Plan;
import io.appenv.operator.model.PlannedAction;
import io.appenv.operator.model.ResourceKind;
import io.appenv.operator.model.ResourceRef;
import io.appenv.operator.model.Sighting;
import io.appenv.operator.resolver.Specs;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SecurityGroupDeletionTest {

  private static final Desired PRODUCTION = SecurityGroupPlannerTest.desired(Specs.PRODUCTION);
  private static final IntentRecord RECORDED =
      new IntentRecord(
          Set.of(), Set.of(new ResourceRef(ResourceKind.SECURITY_GROUP, "appenv-1-backend")));

  private final SimulatedGroups aws = new SimulatedGroups();

  private Plan plan(Desired desired, Observed observed) {
    return new SecurityGroupPlanner().delete(desired, observed, RECORDED);
  }

  /** With data stores that are gone. */
  private Observed withoutStores() {
    return new Observed(
        aws.observed().securityGroups(),
        ObservedDatabase.unseen().with(Sighting.absent()),
        ObservedCache.unseen().with(Sighting.absent()),
        Sighting.unseen(),
        ObservedCertificates.unseen());
  }

  @Test
  void nothingIsLeft() {
    aws.settle(PRODUCTION);

    aws.call(plan(PRODUCTION, withoutStores()));

    assertThat(aws.all()).isEmpty();
    assertThat(plan(PRODUCTION, withoutStores()).isSettled()).isTrue();
  }

  @Test
  void whatDataStoresMayCarryStaysAsLongAsTheyDo() {
    aws.settle(PRODUCTION);

    var plan = plan(PRODUCTION, aws.observed());

    assertThat(plan.actions()).isNotEmpty().noneMatch(PlannedAction::isCalledNow);
  }

  private static final String RETAINING =
      Specs.PRODUCTION.replace("storage: 100Gi}", "storage: 100Gi, deletionPolicy: Retain}");

  /** It would be in the way of the next environment of the name. */
  @Test
  void theGroupThatARetainedDatabaseNeverCarriedGoes() {
    var retaining = SecurityGroupPlannerTest.desired(RETAINING);
    aws.settle(retaining);

    aws.call(plan(retaining, withoutStores()));

    assertThat(aws.all()).isEmpty();
  }

  @Test
  void theGroupOfARetainedDatabaseStaysWithItAndLetsNobodyIn() {
    var retaining =
        SecurityGroupPlannerTest.desired(
            RETAINING.replace(
                "network: {vpc: {id: vpc-1}}",
                "network: {vpc: {id: vpc-1}, securityGroups: {pods: {clusterGroup: sg-c}}}"));
    assertThat(retaining.clusterGroup()).isPresent();
    aws.settle(retaining);

    aws.call(plan(retaining, withoutStores()));

    assertThat(aws.all())
        .singleElement()
        .satisfies(
            group -> {
              assertThat(group.name()).endsWith("-database");
              assertThat(group.ingress()).isEmpty();
              assertThat(group.tags()).containsEntry("appenv.io/retained", "true");
            });
    assertThat(plan(retaining, withoutStores()).isSettled()).isTrue();
  }

  @Test
  void anEnvironmentThatNeverHadAnyNeedsNoneToBeSeen() {
    assertThat(
            new SecurityGroupPlanner()
                .delete(PRODUCTION, Observed.unseen(), IntentRecord.none())
                .isSettled())
        .isTrue();
    assertThat(plan(PRODUCTION, Observed.unseen()).isSettled()).isFalse();
  }
}
