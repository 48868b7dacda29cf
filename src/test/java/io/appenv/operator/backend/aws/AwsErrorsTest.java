package io.appenv.operator.backend.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.model.Component;
import io.appenv.operator.model.Failure;
import io.appenv.operator.model.Failure.AwsError;
import io.appenv.operator.model.Reason;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.rds.model.RdsException;

class AwsErrorsTest {

  private static final String SECRET = "hunter2hunter2hunter2";

  private static final AwsCall CREATE =
      new AwsCall(Component.DATABASE, "CreateDBInstance", "appenv-shop", Optional.empty());
  private static final AwsCall CREATE_WITH_PASSWORD =
      new AwsCall(Component.DATABASE, "CreateDBInstance", "appenv-shop", Optional.of(SECRET));

  static Stream<Arguments> failures() {
    return Stream.of(
        row("Throttling", 400, Failure.Recoverable.class, Reason.THROTTLED),
        row("AccessDenied", 403, Failure.Recoverable.class, Reason.ACCESS_DENIED),
        row("InstanceQuotaExceeded", 400, Failure.Recoverable.class, Reason.QUOTA_EXCEEDED),
        row(
            "InsufficientDBInstanceCapacity",
            400,
            Failure.Recoverable.class,
            Reason.UPSTREAM_ERROR),
        row("DBInstanceAlreadyExists", 400, Failure.Waiting.class, Reason.CREATING),
        row("DBSnapshotAlreadyExists", 400, Failure.Recoverable.class, Reason.SNAPSHOT_FAILED),
        row("DBSubnetGroupNotFoundFault", 404, Failure.Waiting.class, Reason.OBSERVING),
        row("InvalidDBInstanceState", 400, Failure.Waiting.class, Reason.MODIFYING),
        row(
            "DBSubnetGroupDoesNotCoverEnoughAZs",
            400,
            Failure.Terminal.class,
            Reason.TOO_FEW_ZONES),
        row("KMSKeyNotAccessibleFault", 400, Failure.Terminal.class, Reason.INVALID_REQUEST),
        row("InvalidParameterValue", 400, Failure.Terminal.class, Reason.INVALID_REQUEST),
        row("InternalFailure", 500, Failure.Recoverable.class, Reason.UPSTREAM_ERROR));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void theCodeDecidesHowItGoesOn(
      String code, int status, Class<? extends Failure> type, Reason reason) {
    var failure = AwsErrors.classify(CREATE, answer(code, status, "whatever")).failure();

    assertThat(failure).isInstanceOf(type);
    assertThat(failure.reason()).isEqualTo(reason);
    assertThat(failure.component()).isEqualTo(Component.DATABASE);
    assertThat(failure.message()).contains("CreateDBInstance for appenv-shop");
    if (!(failure instanceof Failure.Waiting)) {
      assertThat(failure.cause()).contains(new AwsError(code, "request-1"));
    }
  }

  @Test
  void onlyNotFoundWithACodeMeansGone() {
    assertThat(AwsErrors.classify(CREATE, answer("DBInstanceNotFound", 404, "")))
        .isInstanceOf(Verdict.Gone.class);
    assertThat(AwsErrors.classify(CREATE, bare(404))).isInstanceOf(Verdict.Refused.class);
    assertThat(AwsErrors.classify(CREATE, bare(404)).failure().reason())
        .isEqualTo(Reason.UPSTREAM_ERROR);
  }

  @ParameterizedTest
  @EnumSource(ErrorKind.class)
  void aCallWithASecretNeverRepeatsIt(ErrorKind kind) {
    var answer =
        new AwsAnswer("Code", 400, "request-1", "MasterUserPassword " + SECRET + " is bad");

    var shown = FailureSentences.of(CREATE_WITH_PASSWORD, kind, answer);

    assertThat(shown.toString()).doesNotContain(SECRET);
  }

  @ParameterizedTest
  @EnumSource(
      value = ErrorKind.class,
      names = {
        "INVALID",
        "ACCESS_DENIED",
        "QUOTA_EXCEEDED",
        "NO_CAPACITY",
        "TOO_FEW_ZONES",
        "KEY_UNUSABLE"
      })
  void aRefusalOfACallWithASecretSaysWhyWithTheSecretMasked(ErrorKind kind) {
    var answer = new AwsAnswer("Code", 400, "request-1", "The password " + SECRET + " is bad");

    assertThat(FailureSentences.of(CREATE_WITH_PASSWORD, kind, answer).message())
        .endsWith("AWS says: The password *** is bad");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "None", "null"})
  void anAnswerWithoutCodeNamesNone(String code) {
    var failure = AwsErrors.classify(CREATE, answer(code, 400, "whatever")).failure();

    assertThat(failure.cause()).isEmpty();
    assertThat(failure.reason()).isEqualTo(Reason.UPSTREAM_ERROR);
    assertThat(failure.message()).doesNotContain("None").doesNotContain("()");
  }

  @Test
  void otherCallsRepeatWhatAwsNames() {
    var failure =
        AwsErrors.classify(CREATE, answer("InvalidParameterValue", 400, "bad storage")).failure();

    assertThat(failure.message()).endsWith("AWS says: bad storage");
  }

  @Test
  void withoutAnAnswerAwsIsUnreachable() {
    var timeout = ApiCallTimeoutException.create(60_000);
    var network = SdkClientException.create("reset");

    assertThat(AwsErrors.classify(CREATE, timeout).failure().reason())
        .isEqualTo(Reason.UNREACHABLE);
    assertThat(AwsErrors.classify(CREATE, network).failure().reason())
        .isEqualTo(Reason.UNREACHABLE);
  }

  @Test
  void withoutCredentialsAccessIsDenied() {
    SdkException failure = new CredentialsUnavailable(SdkClientException.create("none"));

    var shown = AwsErrors.classify(CREATE, failure).failure();

    assertThat(shown.reason()).isEqualTo(Reason.ACCESS_DENIED);
    assertThat(shown).isInstanceOf(Failure.Recoverable.class);
  }

  private static Arguments row(
      String code, int status, Class<? extends Failure> type, Reason reason) {
    return Arguments.of(code, status, type, reason);
  }

  private static AwsServiceException answer(String code, int status, String message) {
    return RdsException.builder()
        .statusCode(status)
        .requestId("request-1")
        .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).errorMessage(message).build())
        .build();
  }

  private static AwsServiceException bare(int status) {
    return RdsException.builder().statusCode(status).build();
  }
}
