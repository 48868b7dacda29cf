package io.appenv.operator.backend.aws;

import static io.appenv.operator.backend.aws.ScriptedService.error;
import static io.appenv.operator.backend.aws.ScriptedService.lost;
import static io.appenv.operator.backend.aws.ScriptedService.result;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.appenv.operator.backend.aws.ScriptedService.Answer;
import io.appenv.operator.model.DatabaseAction;
import io.appenv.operator.model.DatabaseAction.CreateInstance;
import io.appenv.operator.model.DatabaseAction.DeleteInstance;
import io.appenv.operator.model.EngineParameter;
import io.appenv.operator.model.Failure;
import io.appenv.operator.model.FailureException;
import io.appenv.operator.model.Reason;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.rds.RdsClient;

/** The SDK as it is configured here, against a service that answers what AWS may answer. */
class WireTest {

  private static final String REGION = "ap-northeast-1";
  private static final DatabaseAction CREATE =
      new CreateInstance(Samples.database(Set.of("subnet-1")));
  private static final DatabaseAction DELETE =
      new DeleteInstance("appenv-shop", Optional.of("appenv-shop-final"));
  private static final AwsCredentialsProvider CREDENTIALS =
      StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret"));

  @Test
  void aListingReadsEveryPage() {
    try (var service = new ScriptedService(page("appenv-1", "next"), page("appenv-2", ""))) {
      assertThat(listings(service).instances(REGION)).containsOnlyKeys("appenv-1", "appenv-2");
      assertThat(service.requests()).hasSize(2).allMatch(body -> body.contains("MaxRecords=100"));
      assertThat(service.requests().getLast()).contains("Marker=next");
    }
  }

  @Test
  void aPageThatFailsLeavesNoHalfList() {
    try (var service = new ScriptedService(page("appenv-1", "next"), error(403, "AccessDenied"))) {
      assertThat(failure(() -> listings(service).instances(REGION)).reason())
          .isEqualTo(Reason.ACCESS_DENIED);
    }
  }

  @Test
  void instancesOfAnyNameAreListedAsTheyMayBeAdopted() {
    try (var service = new ScriptedService(page("somebody-elses", ""))) {
      assertThat(listings(service).instances(REGION)).containsOnlyKeys("somebody-elses");
    }
  }

  @Test
  void parametersAreReadWhateverTheirSource() {
    var group =
        result(
            "DescribeDBParameterGroups",
            "<DBParameterGroups><DBParameterGroup><DBParameterGroupName>appenv-1"
                + "</DBParameterGroupName><DBParameterGroupArn>arn:1</DBParameterGroupArn>"
                + "</DBParameterGroup></DBParameterGroups>");
    var tags = result("ListTagsForResource", "<TagList/>");
    try (var service =
        new ScriptedService(
            group,
            tags,
            parameters("work_mem", "64", "user", "next"),
            parameters("rds.force_ssl", "1", "engine-default", ""))) {
      assertThat(listings(service).parameterGroups(REGION).found().get("appenv-1"))
          .satisfies(
              found ->
                  assertThat(found.parameters())
                      .isEqualTo(
                          Map.of(
                              "work_mem",
                              new EngineParameter(Optional.of("64"), true, false, true),
                              "rds.force_ssl",
                              new EngineParameter(Optional.of("1"), false, false, true))));
      assertThat(service.requests().getLast()).contains("Marker=next").doesNotContain("Source");
    }
  }

  private static Answer parameters(String name, String value, String source, String marker) {
    return result(
        "DescribeDBParameters",
        "<Parameters><Parameter><ParameterName>%s</ParameterName><ParameterValue>%s</ParameterValue><Source>%s</Source><ApplyType>dynamic</ApplyType><IsModifiable>true</IsModifiable></Parameter></Parameters>%s"
            .formatted(
                name, value, source, marker.isEmpty() ? "" : "<Marker>" + marker + "</Marker>"));
  }

  @Test
  void aReadIsRepeatedAfterAServerFault() {
    try (var service = new ScriptedService(error(500, "InternalFailure"), page("appenv-1", ""))) {
      assertThat(listings(service).instances(REGION)).containsOnlyKeys("appenv-1");
    }
  }

  @Test
  void aWriteIsNotRepeatedAfterAServerFault() {
    try (var service = new ScriptedService(error(500, "InternalFailure"))) {
      assertThat(failure(() -> execute(service, CREATE)).reason()).isEqualTo(Reason.UPSTREAM_ERROR);
      assertThat(service.requests()).hasSize(1);
    }
  }

  @Test
  void aThrottledWriteIsRepeated() {
    var created = result("CreateDBInstance", "<DBInstance/>");
    try (var service = new ScriptedService(error(400, "Throttling"), created)) {
      execute(service, CREATE);

      assertThat(service.requests()).hasSize(2);
    }
  }

  @Test
  void aWriteWhoseAnswerIsLostIsSentOnce() {
    try (var service = new ScriptedService(lost())) {
      assertThat(failure(() -> execute(service, CREATE)).reason()).isEqualTo(Reason.UNREACHABLE);
      assertThat(service.requests()).hasSize(1);
    }
  }

  @Test
  void aReadWhoseAnswerIsLostIsRepeated() {
    try (var service = new ScriptedService(lost(), page("appenv-1", ""))) {
      assertThat(listings(service).instances(REGION)).containsOnlyKeys("appenv-1");
    }
  }

  @Test
  void aCreateWhoseAnswerWasLostFindsItsOwnWork() {
    try (var service = new ScriptedService(error(400, "DBInstanceAlreadyExists"))) {
      assertThat(failure(() -> execute(service, CREATE))).isInstanceOf(Failure.Waiting.class);
    }
  }

  @Test
  void aDeleteOfWhatIsGoneHasSucceeded() {
    try (var service = new ScriptedService(error(404, "DBInstanceNotFound"))) {
      execute(service, DELETE);

      assertThat(service.requests()).hasSize(1);
    }
  }

  @Test
  void aBare404IsNoProofOfAbsence() {
    try (var service = new ScriptedService(new Answer(404, ""))) {
      assertThat(failure(() -> execute(service, DELETE)).reason()).isEqualTo(Reason.UPSTREAM_ERROR);
    }
  }

  @Test
  void anHtmlPageIsAnUpstreamError() {
    try (var service = new ScriptedService(new Answer(500, "<!doctype html><p>Oh no</p>"))) {
      assertThat(failure(() -> execute(service, DELETE)).reason()).isEqualTo(Reason.UPSTREAM_ERROR);
    }
  }

  @Test
  void anHtmlPageInPlaceOfAListIsNoEmptyList() {
    try (var service = new ScriptedService(new Answer(200, "<html><body>Welcome</body></html>"))) {
      assertThat(failure(() -> listings(service).instances(REGION)).reason())
          .isEqualTo(Reason.UPSTREAM_ERROR);
    }
  }

  @Test
  void aServiceThatIsNotThereIsUnreachable() {
    var service = new ScriptedService(page("appenv-1", ""));
    service.close();

    assertThat(failure(() -> execute(service, CREATE)).reason()).isEqualTo(Reason.UNREACHABLE);
  }

  @Test
  void missingCredentialsAreToldApartFromAMissingNetwork() {
    AwsCredentialsProvider none =
        () -> {
          throw SdkClientException.create("no credentials");
        };
    try (var service = new ScriptedService(page("appenv-1", ""))) {
      var calls = calls(client(service, none, CallPolicy.writes()));

      assertThat(failure(() -> calls.execute(CREATE, Optional.of("a-password"))).reason())
          .isEqualTo(Reason.ACCESS_DENIED);
      assertThat(service.requests()).isEmpty();
    }
  }

  @Test
  void aCreateWithoutPasswordIsNotSent() {
    try (var service = new ScriptedService(error(500, "InternalFailure"))) {
      var calls = calls(client(service, CREDENTIALS, CallPolicy.writes()));

      assertThat(failure(() -> calls.execute(CREATE, Optional.empty())).reason())
          .isEqualTo(Reason.WAITING_FOR_CREDENTIALS);
      assertThat(service.requests()).isEmpty();
    }
  }

  private static void execute(ScriptedService service, DatabaseAction action) {
    calls(client(service, CREDENTIALS, CallPolicy.writes()))
        .execute(action, Optional.of("a-password"));
  }

  private static DatabaseListings listings(ScriptedService service) {
    var rds = client(service, CREDENTIALS, CallPolicy.reads());
    return new DatabaseListings(rds, DatabaseDetails.read(rds));
  }

  private static DatabaseCalls calls(RdsClient rds) {
    return new DatabaseCalls(rds, DatabaseDetails.read(rds));
  }

  private static RdsClient client(
      ScriptedService service,
      AwsCredentialsProvider credentials,
      ClientOverrideConfiguration policy) {
    return new ClientFactory(credentials)
        .rdsBuilder(Region.of(REGION), policy)
        .endpointOverride(service.uri())
        .build();
  }

  private static Answer page(String identifier, String marker) {
    return result(
        "DescribeDBInstances",
        "<DBInstances><DBInstance><DBInstanceIdentifier>"
            + identifier
            + "</DBInstanceIdentifier></DBInstance></DBInstances>"
            + (marker.isEmpty() ? "" : "<Marker>" + marker + "</Marker>"));
  }

  private static Failure failure(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    return catchThrowableOfType(FailureException.class, call).failure();
  }
}
