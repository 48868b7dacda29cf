package io.appenv.operator.dependent;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.golden.Blueprints;
import io.appenv.operator.model.Blueprint;
import io.appenv.operator.model.Routing;
import io.appenv.operator.resolver.Specs;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IngressDependentTest {

  private static final Blueprint BLUEPRINT =
      Blueprints.connected(
          Specs.environment(
              Specs.DEVELOPMENT + "network: {ingress: {host: shop.dev.example.com}}\n"));

  private final IngressDependent dependent = new IngressDependent();

  /** So that what goes wrong with a new host or certificate takes nothing away. */
  @Test
  void whatIsKeptIsNeitherMadeNorChangedNorDeleted() {
    var made = dependent.wanted(BLUEPRINT).findFirst().orElseThrow();
    var kept = BLUEPRINT.routed(new Routing.Kept(Optional.of("shop.dev.example.com")));

    assertThat(dependent.isHeld(made, kept)).isTrue();
    assertThat(dependent.wanted(kept)).isEmpty();
    assertThat(dependent.isHeld(made, BLUEPRINT)).isFalse();
    assertThat(dependent.isHeld(made, BLUEPRINT.routed(new Routing.Closed()))).isFalse();
  }
}
