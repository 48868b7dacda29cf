package io.appenv.operator.resolver;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.api.v1alpha1.AppEnvironment;
import io.appenv.operator.model.ChangeControl;
import io.appenv.operator.model.ChangePolicy;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangeControlsTest {

  @Test
  void nobodyIsAskedByDefault() {
    assertThat(ChangeControls.of(Specs.environment(Specs.PRODUCTION)))
        .isEqualTo(ChangeControl.auto());
    assertThat(ChangeControls.of(new AppEnvironment())).isEqualTo(ChangeControl.auto());
  }

  @ParameterizedTest
  @CsvSource({
    "Auto,AUTO",
    "ApproveDisruptive,APPROVE_DISRUPTIVE",
    "ApproveAll,APPROVE_ALL",
    "PlanOnly,PLAN_ONLY"
  })
  void everyWordOfTheManifestIsKnown(String word, ChangePolicy policy) {
    assertThat(ChangeControls.of(environment("changes: " + word)).policy()).isEqualTo(policy);
  }

  @Test
  void anApprovalIsInTheSpecOrAnAnnotation() {
    var environment = environment("approve: 0a1b2c3d4e5f");
    environment.getMetadata().setAnnotations(Map.of("appenv.io/approve", "5f4e3d2c1b0a"));

    assertThat(ChangeControls.of(environment).approved())
        .isEqualTo(Set.of("0a1b2c3d4e5f", "5f4e3d2c1b0a"));
  }

  private static AppEnvironment environment(String operations) {
    return Specs.environment(Specs.PRODUCTION + "operations: {" + operations + "}\n");
  }
}
