package io.appenv.operator.reconciler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.appenv.operator.api.v1alpha1.DriftStatus;
import io.appenv.operator.api.v1alpha1.ResourceStatus;
import io.appenv.operator.sandbox.RunningOperator;
import io.appenv.operator.sandbox.Sandbox;
import io.appenv.operator.sandbox.WithOperator;
import io.appenv.operator.sandbox.wire.Fault;
import io.appenv.operator.testing.EnvironmentUnderTest;
import io.appenv.operator.testing.FirstCalls;
import io.appenv.operator.testing.StorageUnderTest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.ExpirationStatus;
import software.amazon.awssdk.services.s3.model.LifecycleRule;
import software.amazon.awssdk.services.s3.model.NoncurrentVersionTransition;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.Transition;

/** The bucket of an environment is made, kept, left where it holds something, and deleted. */
@WithOperator
class FilesIT {

  private static final List<String> OFTEN = List.of("-Dappenv.sweep.idle-interval=200ms");

  private static final List<String> CALLS =
      List.of(
          "CreateBucket",
          "PutPublicAccessBlock",
          "PutBucketOwnershipControls",
          "PutBucketPolicy",
          "PutBucketEncryption",
          "PutBucketVersioning",
          "PutBucketLifecycleConfiguration",
          "PutBucketCors",
          "DeleteObjects",
          "DeleteBucket");

  /** Nothing but a bucket and the pods that use it. */
  private static final String ALONE =
      """
      , database: null, cache: null, tiers: [{
        name: backend, image: "registry.example.com/shop/backend:1.0.0", uses: [files],
        resources: {cpu: 100m, memory: 128Mi}, scaling: {min: 1, max: 1}}]
      """;

  private static StorageUnderTest storage;

  @BeforeAll
  static void lookOften(Sandbox sandbox, RunningOperator operator) {
    operator.restart(OFTEN);
    storage = new StorageUnderTest(sandbox);
  }

  @AfterAll
  static void usualOperator(RunningOperator operator) {
    storage.close();
    operator.stop();
  }

  private static EnvironmentUnderTest environment(Sandbox sandbox, String files, String more) {
    return EnvironmentUnderTest.ofOverlay(
        sandbox.admin(), "staging", "spec: {files: {%s}%s%s}".formatted(files, more, ALONE));
  }

  private static String bucket(EnvironmentUnderTest environment) {
    return Objects.requireNonNull(
        Objects.requireNonNull(environment.awaitReady().getStatus().endpoints()).files());
  }

  /** BK-2, asked of S3 itself. */
  @Test
  void theRulesAreThoseOfTheSpecification(Sandbox sandbox) {
    var environment =
        EnvironmentUnderTest.ofOverlay(sandbox.admin(), "staging", "spec: {files: {}}");
    environment.patchJson("- {op: add, path: /spec/tiers/1/uses/-, value: files}");
    var bucket = bucket(environment);
    assertThat(storage.buckets(environment.awsPrefix())).containsExactly(bucket);

    var settings = storage.settings(bucket);
    settings.forEach((setting, value) -> System.out.println(setting + ": " + value));
    assertThat(settings.get("versioning")).isEqualTo("Enabled");
    assertThat(storage.s3().getBucketLifecycleConfiguration(it -> it.bucket(bucket)).rules())
        .singleElement()
        .satisfies(FilesIT::isOfTheSpecification);
    assertThat(settings.get("encryption")).contains("AES256");
    assertThat(settings.get("public access")).contains("BlockPublicPolicy=true");
    assertThat(settings.get("ownership")).contains("BucketOwnerEnforced");
    assertThat(settings.get("policy")).contains("aws:SecureTransport");
    assertThat(settings.get("cors")).isEqualTo("none");
    assertThat(storage.tags(bucket))
        .containsEntry("appenv.io/uid", environment.get().getMetadata().getUid());
    assertThat(environment.status().inventory())
        .filteredOn(it -> it.kind().equals("Bucket"))
        .singleElement()
        .extracting(ResourceStatus::name)
        .isEqualTo(bucket);
    assertThat(environment.condition("FilesReady").orElseThrow().getMessage())
        .isEqualTo("Bucket %s takes files.".formatted(bucket));
    assertThat(secret(environment)).isEqualTo(bucket);

    environment.delete();
    environment.awaitGone();
    assertThat(storage.buckets(environment.awsPrefix())).as("an empty one goes").isEmpty();
  }

  private static void isOfTheSpecification(LifecycleRule rule) {
    assertThat(rule.status()).isEqualTo(ExpirationStatus.ENABLED);
    assertThat(rule.transitions())
        .extracting(Transition::storageClassAsString, Transition::days)
        .containsExactly(tuple("STANDARD_IA", 30), tuple("GLACIER", 90));
    assertThat(rule.noncurrentVersionTransitions())
        .extracting(
            NoncurrentVersionTransition::storageClassAsString,
            NoncurrentVersionTransition::noncurrentDays)
        .containsExactlyInAnyOrder(tuple("STANDARD_IA", 30), tuple("GLACIER", 90));
    assertThat(rule.abortIncompleteMultipartUpload().daysAfterInitiation()).isEqualTo(7);
  }

  private static String secret(EnvironmentUnderTest environment) {
    var data =
        environment
            .client()
            .secrets()
            .inNamespace(environment.namespace())
            .withName(environment.name() + "-files")
            .require()
            .getData();
    return new String(
        Base64.getDecoder().decode(data.get("BUCKET_NAME_STG")), StandardCharsets.UTF_8);
  }

  @Test
  void whatSomebodyChangedIsPutBack(Sandbox sandbox) {
    var environment =
        environment(
            sandbox,
            "cors: [{allowedOrigins: ['https://shop.example.com'], allowedMethods: [PUT]}]",
            "");
    var bucket = bucket(environment);
    var wished = storage.settings(bucket);
    assertThat(wished.get("cors")).contains("https://shop.example.com");

    changeAll(bucket);
    environment.await("everything to be put back", _ -> settings(bucket).equals(wished));
    environment.await(
        "the drift to be told",
        _ ->
            environment.events().stream()
                .anyMatch(it -> it.startsWith("DriftFound: Somebody changed files.")));
    environment.patchSpec("files: {cors: null, glacierAfter: 120d}");
    environment.await(
        "the wish to be fulfilled",
        _ ->
            settings(bucket).getOrDefault("cors", "").equals("none")
                && settings(bucket).getOrDefault("lifecycle", "").contains("Days=120"));
    environment.awaitReady();
    environment.delete();
    environment.awaitGone();
  }

  private static Map<String, String> settings(String bucket) {
    try {
      return storage.settings(bucket);
    } catch (S3Exception notSet) {
      return Map.of("cors", "", "lifecycle", "");
    }
  }

  private static void changeAll(String bucket) {
    var s3 = storage.s3();
    s3.putBucketVersioning(
        it ->
            it.bucket(bucket)
                .versioningConfiguration(v -> v.status(BucketVersioningStatus.SUSPENDED)));
    s3.deleteBucketLifecycle(it -> it.bucket(bucket));
    s3.deleteBucketPolicy(it -> it.bucket(bucket));
    s3.deleteBucketCors(it -> it.bucket(bucket));
    s3.deletePublicAccessBlock(it -> it.bucket(bucket));
    s3.deleteBucketOwnershipControls(it -> it.bucket(bucket));
  }

  @Test
  void whatSomebodyChangedIsToldWhereThatIsWanted(Sandbox sandbox) {
    var environment = environment(sandbox, "", ", operations: {drift: {backup: Report}}");
    var bucket = bucket(environment);
    storage
        .s3()
        .putBucketVersioning(
            it ->
                it.bucket(bucket)
                    .versioningConfiguration(v -> v.status(BucketVersioningStatus.SUSPENDED)));
    environment.await(
        "the drift to be told",
        it ->
            it.getStatus().drift().stream()
                .map(DriftStatus::field)
                .anyMatch("files.versioning"::equals));
    assertThat(environment.awaitReady().getStatus().drift())
        .singleElement()
        .satisfies(drift -> assertThat(drift.found()).isEqualTo("Suspended"));
    assertThat(storage.settings(bucket).get("versioning")).isEqualTo("Suspended");
    environment.delete();
    environment.awaitGone();
  }

  @Test
  void aNameThatIsTakenIsToldAndAnotherOneTried(Sandbox sandbox) {
    try (var _ =
        sandbox
            .wires()
            .faults()
            .always(
                call ->
                    call.operation().equals("CreateBucket")
                        && call.target().equals("appenv-taken-by-others"),
                Fault.awsError(409, "BucketAlreadyExists", "The requested name is taken"))) {
      var environment = environment(sandbox, "bucketName: appenv-taken-by-others", "");
      assertThat(environment.awaitReason("FilesReady", "NameTaken").getMessage())
          .contains("appenv-taken-by-others", "spec.files.bucketName");
      environment.patchSpec("files: {bucketName: null}");
      var bucket = bucket(environment);
      assertThat(storage.buckets(environment.awsPrefix())).containsExactly(bucket);
      environment.delete();
      environment.awaitGone();
    }
  }

  @Test
  void theBucketOfSomebodyElseIsNeverTouched(Sandbox sandbox) {
    var theirs = "appenv-theirs-" + System.nanoTime();
    storage
        .s3()
        .createBucket(
            it ->
                it.bucket(theirs)
                    .createBucketConfiguration(c -> c.locationConstraint("ap-northeast-1")));
    storage.put(theirs, "a", "theirs");
    var environment =
        environment(
            sandbox,
            "deletionPolicy: Delete, bucketName: " + theirs,
            ", operations: {confirmDeletion: staging}");
    assertThat(environment.awaitReason("FilesReady", "NotOurs").getMessage()).contains(theirs);
    environment.delete();
    environment.awaitGone();
    assertThat(storage.held(theirs)).isEqualTo(1);
    assertThat(storage.s3().getBucketVersioning(it -> it.bucket(theirs)).statusAsString()).isNull();
  }

  @Test
  void aBucketThatHoldsSomethingStaysAndIsListed(Sandbox sandbox) {
    var environment = environment(sandbox, "", "");
    var bucket = bucket(environment);
    storage.put(bucket, "invoice.pdf", "one");
    environment.delete();
    environment.awaitGone();
    assertThat(storage.held(bucket)).isEqualTo(1);
    assertThat(storage.tags(bucket)).containsEntry("appenv.io/retained", "true");
    assertThat(
            environment
                .client()
                .configMaps()
                .inNamespace(environment.namespace())
                .withName(environment.name() + "-retained")
                .require()
                .getData())
        .containsEntry("Bucket." + bucket, "arn:aws:s3:::" + bucket);
  }

  /** Former versions and delete markers are something, too. */
  @Test
  void oneThatIsToBeEmptiedIsOnceThatIsConfirmed(Sandbox sandbox) {
    var environment = environment(sandbox, "deletionPolicy: Delete", "");
    var bucket = bucket(environment);
    storage.put(bucket, "a", "one");
    storage.put(bucket, "a", "two");
    storage.s3().deleteObject(it -> it.bucket(bucket).key("a"));
    assertThat(storage.held(bucket)).isEqualTo(3);
    environment.delete();
    assertThat(environment.awaitReason("FilesReady", "ConfirmationMissing").getMessage())
        .contains(bucket, "confirmDeletion");
    assertThat(storage.held(bucket)).isEqualTo(3);
    environment.patchSpec("operations: {confirmDeletion: staging}");
    environment.awaitGone();
    assertThat(storage.buckets(environment.awsPrefix())).isEmpty();
  }

  static Stream<Fault> faults() {
    return Stream.of(Fault.errorAfterCommit(), new Fault.LoseAnswer());
  }

  /** Of each call the first. */
  @ParameterizedTest
  @MethodSource("faults")
  void aLostAnswerMakesNoSecondOne(Fault fault, Sandbox sandbox) {
    var disturbed = new FirstCalls(Set.of("s3"));
    try (var _ = disturbed.meet(fault, sandbox)) {
      lifeOfOne(sandbox);
      assertThat(disturbed.struck()).containsAll(CALLS);
    }
  }

  /** At the first of each call, once it is carried out. */
  @Test
  void anOperatorKilledAtEachCallGoesOnWhereItWas(Sandbox sandbox, RunningOperator operator) {
    var killed = new FirstCalls(Set.of("s3"));
    try (var _ = killed.meet(new Fault.After(() -> operator.crash(OFTEN)), sandbox)) {
      lifeOfOne(sandbox);
      assertThat(killed.struck()).containsAll(CALLS);
    }
  }

  private static void lifeOfOne(Sandbox sandbox) {
    var environment =
        environment(
            sandbox,
            "deletionPolicy: Delete, cors: [{allowedOrigins: ['*'], allowedMethods: [GET]}]",
            ", operations: {confirmDeletion: staging}");
    var bucket = bucket(environment);
    assertThat(storage.buckets(environment.awsPrefix())).containsExactly(bucket);
    assertThat(storage.settings(bucket).get("versioning")).isEqualTo("Enabled");
    storage.put(bucket, "a", "one");
    environment.delete();
    environment.awaitGone();
    assertThat(storage.buckets(environment.awsPrefix())).isEmpty();
  }
}
