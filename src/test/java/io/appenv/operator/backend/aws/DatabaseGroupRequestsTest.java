package io.appenv.operator.backend.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.model.DatabaseAction.ResetParameters;
import io.appenv.operator.model.DatabaseAction.SetParameters;
import io.appenv.operator.model.ParameterSetting;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.rds.model.ApplyMethod;
import software.amazon.awssdk.services.rds.model.Parameter;

class DatabaseGroupRequestsTest {

  @Test
  void equalGroupsMakeEqualRequests() {
    var one = DatabaseGroupRequests.createSubnetGroup(Samples.database(Set.of("a", "b", "c")));
    var other = DatabaseGroupRequests.createSubnetGroup(Samples.database(Set.of("c", "b", "a")));

    assertThat(one).isEqualTo(other);
    assertThat(one.subnetIds()).containsExactly("a", "b", "c");
    assertThat(one.dbSubnetGroupDescription())
        .isEqualTo("appenv environment shop/production, uid uid-1, cluster cluster-1");
  }

  @Test
  void aParameterGroupNamesItsFamily() {
    var request = DatabaseGroupRequests.createParameterGroup(Samples.database(Set.of()));

    assertThat(request.dbParameterGroupFamily()).isEqualTo("postgres17");
    assertThat(request.tags()).hasSize(Samples.TAGS.size());
  }

  @Test
  void dynamicParametersApplyAtOnceAndStaticOnesAtTheNextReboot() {
    var request =
        DatabaseGroupRequests.setParameters(
            new SetParameters(
                "group",
                List.of(
                    new ParameterSetting("max_connections", Optional.of("200"), true),
                    new ParameterSetting("rds.force_ssl", Optional.of("1"), false))));

    assertThat(request.parameters())
        .containsExactly(
            parameter("max_connections", "200", ApplyMethod.PENDING_REBOOT),
            parameter("rds.force_ssl", "1", ApplyMethod.IMMEDIATE));
  }

  @Test
  void aResetNamesWhatGoesBackAndNothingElse() {
    var request =
        DatabaseGroupRequests.resetParameters(
            new ResetParameters(
                "group", List.of(new ParameterSetting("work_mem", Optional.empty(), false))));

    assertThat(request.resetAllParameters()).isFalse();
    assertThat(request.parameters())
        .containsExactly(
            Parameter.builder()
                .parameterName("work_mem")
                .applyMethod(ApplyMethod.IMMEDIATE)
                .build());
  }

  private static Parameter parameter(String name, String value, ApplyMethod method) {
    return Parameter.builder()
        .parameterName(name)
        .parameterValue(value)
        .applyMethod(method)
        .build();
  }
}
