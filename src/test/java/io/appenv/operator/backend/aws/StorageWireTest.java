package io.appenv.operator.backend.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.appenv.operator.backend.aws.ScriptedService.Answer;
import io.appenv.operator.model.BucketSetting;
import io.appenv.operator.model.Failure;
import io.appenv.operator.model.FailureException;
import io.appenv.operator.model.FileAction.Configure;
import io.appenv.operator.model.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** Answers of S3, which are XML of their own kind and have their request id in a header. */
class StorageWireTest {

  private static final Region REGION = Region.AP_NORTHEAST_1;
  private static final BucketPolicy POLICY = new BucketPolicy("aws");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html><body>Welcome</body></html>",
        "<!doctype html><p>Welcome",
        "<ListAllMyBucketsResult><Buckets/></ListAllMyBucketsResult>"
      })
  void anAnswerOfSomethingElseIsNoEmptyList(String body) {
    try (var service = new ScriptedService(new Answer(200, body))) {
      var failure = failure(() -> reads(service).list());
      assertThat(failure.reason()).isEqualTo(Reason.UPSTREAM_ERROR);
      assertThat(failure.message()).contains("Something other than AWS answered ListBuckets");
    }
  }

  @Test
  void anAnswerOfSomethingElseIsNoSuccess() {
    try (var service = new ScriptedService(new Answer(200, ""))) {
      var setting = new BucketSetting.Versioning(BucketSetting.Versioning.ENABLED);
      var failure = failure(() -> calls(service).execute(new Configure("appenv-a", setting)));
      assertThat(failure.message())
          .contains("Something other than AWS answered PutBucketVersioning");
    }
  }

  @Test
  void aServiceThatIsNotThereIsUnreachable() {
    var service = new ScriptedService(new Answer(200, ""));
    service.close();

    assertThat(failure(() -> reads(service).list()).reason()).isEqualTo(Reason.UNREACHABLE);
  }

  private static BucketReads reads(ScriptedService service) {
    return new BucketReads(client(service, CallPolicy.reads()), REGION.id(), POLICY);
  }

  private static BucketCalls calls(ScriptedService service) {
    return new BucketCalls(client(service, CallPolicy.writes()), REGION, POLICY, reads(service));
  }

  private static S3Client client(ScriptedService service, ClientOverrideConfiguration policy) {
    var credentials = StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret"));
    return new ClientFactory(credentials)
        .s3Builder(REGION, policy)
        .endpointOverride(service.uri())
        .forcePathStyle(true)
        .build();
  }

  private static Failure failure(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    return catchThrowableOfType(FailureException.class, call).failure();
  }
}
