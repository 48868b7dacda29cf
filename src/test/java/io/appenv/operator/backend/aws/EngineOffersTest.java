package io.appenv.operator.backend.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.backend.aws.ScriptedService.Answer;
import io.appenv.operator.model.ClassQuestion;
import io.appenv.operator.model.EngineQuestions;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;

/** What RDS is asked of the engines it offers, on the wire. */
class EngineOffersTest {

  private static final ClassQuestion QUESTION = new ClassQuestion("17.7", "db.t3.medium");

  @Test
  void aClassIsAskedForByVersion() {
    try (var service = new ScriptedService(options("", 1))) {
      assertThat(isOffered(service)).isTrue();
      assertThat(service.requests())
          .singleElement()
          .satisfies(
              body ->
                  assertThat(body)
                      .contains(
                          "Engine=postgres", "EngineVersion=17.7", "DBInstanceClass=db.t3.medium"));
    }
  }

  @Test
  void aClassOfWhichNothingIsListedIsNotOffered() {
    try (var service = new ScriptedService(options("", 0))) {
      assertThat(isOffered(service)).isFalse();
    }
  }

  /** RDS applies the filter page by page. */
  @Test
  void anEmptyPageIsNotTheLastOne() {
    try (var service = new ScriptedService(options("next", 0), options("", 1))) {
      assertThat(isOffered(service)).isTrue();
      assertThat(service.requests()).hasSize(2);
    }
  }

  private static boolean isOffered(ScriptedService service) {
    var credentials = StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret"));
    try (var rds =
        new ClientFactory(credentials)
            .rdsBuilder(Region.of("ap-northeast-1"), CallPolicy.reads())
            .endpointOverride(service.uri())
            .build()) {
      var catalog =
          new EngineOffers(rds).read(new EngineQuestions(Set.of(), Set.of(), Set.of(QUESTION)));
      return Map.copyOf(catalog.classes()).getOrDefault(QUESTION, false);
    }
  }

  private static Answer options(String marker, int count) {
    return ScriptedService.result(
        "DescribeOrderableDBInstanceOptions",
        "<OrderableDBInstanceOptions>"
            + "<OrderableDBInstanceOption><Engine>postgres</Engine></OrderableDBInstanceOption>"
                .repeat(count)
            + "</OrderableDBInstanceOptions>"
            + (marker.isEmpty() ? "" : "<Marker>" + marker + "</Marker>"));
  }
}
