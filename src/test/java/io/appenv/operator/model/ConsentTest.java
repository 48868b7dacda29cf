package io.appenv.operator.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whose consent is asked for, and what it says. */
class ConsentTest {

  private static final EnvironmentId ENVIRONMENT =
      new EnvironmentId("cluster-1", "shop", "production", "uid-1");

  @Test
  void theTagNamesNamespaceAndName() {
    assertThat(Consent.isGiven(ENVIRONMENT, Map.of(Consent.TAG, "shop/production"))).isTrue();
    assertThat(Consent.isGiven(ENVIRONMENT, Map.of(Consent.TAG, "shop/staging"))).isFalse();
    assertThat(Consent.isGiven(ENVIRONMENT, Map.of())).isFalse();
  }

  @Test
  void whatIsOwnedByALivingOneOfTheSameNameIsNotFree() {
    var other = Ownership.tags(new EnvironmentId("cluster-2", "shop", "production", "uid-2"));
    assertThat(Consent.isGiven(ENVIRONMENT, other)).isFalse();
  }

  @Test
  void takingOverEndsWhatAllowedIt() {
    var tags =
        Map.of(
            Consent.TAG,
            "shop/production",
            Ownership.RETAINED,
            "true",
            Ownership.RELEASED,
            "true",
            "team",
            "shop");
    assertThat(Consent.redeemed(tags))
        .containsOnly(
            Map.entry(Consent.TAG, Consent.USED),
            Map.entry(Ownership.RETAINED, "false"),
            Map.entry(Ownership.RELEASED, "false"));
  }
}
