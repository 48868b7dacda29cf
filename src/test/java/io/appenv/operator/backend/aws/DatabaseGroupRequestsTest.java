package io.appenv.operator.backend.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.model.DatabaseAction.SetParameters;
import java.util.Map;
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
            new SetParameters("group", Map.of("rds.force_ssl", "1", "max_connections", "200")));

    assertThat(request.parameters())
        .containsExactly(
            parameter("max_connections", "200", ApplyMethod.PENDING_REBOOT),
            parameter("rds.force_ssl", "1", ApplyMethod.IMMEDIATE));
  }

  private static Parameter parameter(String name, String value, ApplyMethod method) {
    return Parameter.builder()
        .parameterName(name)
        .parameterValue(value)
        .applyMethod(method)
        .build();
  }
}
