package io.appenv.operator.ingress;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.model.Blueprint;
import io.appenv.operator.model.ChangeClass;
import io.appenv.operator.model.Plan;
import io.appenv.operator.model.PlannedAction;
import io.appenv.operator.model.Routing;
import io.appenv.operator.model.Timing;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressBuilder;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IngressPlannerTest {

  private static final Blueprint BLUEPRINT = Reached.blueprint();
  private static final Ingress PRESENT = EnvironmentIngress.build(BLUEPRINT).orElseThrow();

  @Test
  void aNewWayInIsPlanned() {
    assertThat(told(IngressPlanner.plan(BLUEPRINT, Optional.empty())))
        .isEqualTo("CreateIngress production: shop.example.com -> reached");
  }

  @Test
  void whatIsAsDeclaredIsNotPlanned() {
    assertThat(IngressPlanner.plan(BLUEPRINT, Optional.of(PRESENT)).actions()).isEmpty();
  }

  @Test
  void aChangeOfTheManifestIsToldInWords() {
    var after =
        Reached.with(", scheme: Internal, allowedCidrs: [10.0.0.0/8], idleTimeoutSeconds: 90");

    assertThat(told(IngressPlanner.plan(after, Optional.of(PRESENT))))
        .isEqualTo(
            "ModifyIngress production: allowedCidrs everybody -> 10.0.0.0/8,"
                + " idleTimeoutSeconds 60 -> 90, scheme InternetFacing -> Internal");
    assertThat(told(IngressPlanner.plan(Reached.at("new.example.com"), Optional.of(PRESENT))))
        .isEqualTo("ModifyIngress production: host shop.example.com -> new.example.com");
  }

  /** It is put right at once, and nobody is asked. */
  @Test
  void whatSomebodyDidToTheObjectIsNoChangeOfTheManifest() {
    var touched =
        new IngressBuilder(PRESENT)
            .editMetadata()
            .addToAnnotations(BalancerAnnotations.PREFIX + "scheme", "internal")
            .endMetadata()
            .build();

    assertThat(IngressPlanner.plan(BLUEPRINT, Optional.of(touched)).actions()).isEmpty();
  }

  @Test
  void itsEndIsTheEndOfSomething() {
    var closed = BLUEPRINT.routed(new Routing.Closed());

    assertThat(IngressPlanner.plan(closed, Optional.of(PRESENT)).actions())
        .singleElement()
        .satisfies(it -> assertThat(it.changeClass()).isEqualTo(ChangeClass.DESTROY));
    assertThat(IngressPlanner.plan(closed, Optional.empty()).actions()).isEmpty();
    var kept = BLUEPRINT.routed(new Routing.Kept(Optional.of(Reached.HOST)));
    assertThat(IngressPlanner.plan(kept, Optional.of(PRESENT)).actions()).isEmpty();
  }

  @Test
  void whatIsHeldStaysAndSoDoesTheEndpoint() {
    var after = Reached.at("new.example.com");
    var held =
        IngressPlanner.plan(after, Optional.of(PRESENT)).map(it -> it.at(Timing.AFTER_APPROVAL));
    var under = after.under(held, Optional.of(Reached.HOST));

    assertThat(under.routing()).isEqualTo(new Routing.Kept(Optional.of(Reached.HOST)));
    assertThat(under.heldTiers()).isEmpty();
    assertThat(under.apiEndpoint()).contains("https://shop.example.com");
    assertThat(after.apiEndpoint()).contains("https://new.example.com");
    assertThat(BLUEPRINT.routed(new Routing.Closed()).apiEndpoint()).isEmpty();
    assertThat(BLUEPRINT.routed(new Routing.Kept(Optional.empty())).apiEndpoint())
        .contains("https://shop.example.com");
  }

  private static String told(Plan plan) {
    return plan.actions().stream().map(IngressPlannerTest::told).findFirst().orElseThrow();
  }

  private static String told(PlannedAction planned) {
    return planned.action().operation()
        + " "
        + planned.action().target().name()
        + ": "
        + planned.reason();
  }
}
