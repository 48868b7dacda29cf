package io.appenv.operator.backend.aws;

import io.appenv.operator.model.BucketSetting;
import io.appenv.operator.model.Component;
import io.appenv.operator.model.Failure;
import io.appenv.operator.model.FailureException;
import io.appenv.operator.model.FileAction;
import io.appenv.operator.model.FileAction.Configure;
import io.appenv.operator.model.FileAction.Create;
import io.appenv.operator.model.FileAction.Delete;
import io.appenv.operator.model.FileAction.DeleteVersions;
import io.appenv.operator.model.FileAction.PutTags;
import io.appenv.operator.model.Reason;
import io.appenv.operator.model.Receipt;
import java.util.function.Supplier;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.DeleteObjectsResponse;
import software.amazon.awssdk.services.s3.model.ObjectOwnership;
import software.amazon.awssdk.services.s3.model.OwnershipControlsRule;
import software.amazon.awssdk.services.s3.model.S3Response;

/** Makes the call of one action. */
final class BucketCalls {

  private final S3Client s3;
  private final Region region;
  private final BucketPolicy policy;
  private final BucketReads reads;

  BucketCalls(S3Client s3, Region region, BucketPolicy policy, BucketReads reads) {
    this.s3 = s3;
    this.region = region;
    this.policy = policy;
    this.reads = reads;
  }

  Receipt execute(FileAction action) {
    try {
      return switch (action) {
        case Create create ->
            AwsCalls.write(
                AwsCall.of(create),
                () ->
                    s3.createBucket(BucketRequests.create(create.bucket(), create.tags(), region)));
        case Configure configure ->
            AwsCalls.write(
                AwsCall.of(configure), () -> put(configure.bucket(), configure.setting()));
        case PutTags(var bucket, var tags) ->
            AwsCalls.write(
                AwsCall.of(action),
                () ->
                    s3.putBucketTagging(
                        request ->
                            request
                                .bucket(bucket)
                                .tagging(it -> it.tagSet(BucketRequests.tags(tags)))));
        case DeleteVersions delete -> delete(delete);
        case Delete(var bucket) ->
            AwsCalls.writeUnlessGone(
                AwsCall.of(action), () -> s3.deleteBucket(request -> request.bucket(bucket)));
      };
    } finally {
      reads.forget(action.bucket());
    }
  }

  private S3Response put(String bucket, BucketSetting setting) {
    return switch (setting) {
      case BucketSetting.PublicAccess it ->
          s3.putPublicAccessBlock(
              request ->
                  request
                      .bucket(bucket)
                      .publicAccessBlockConfiguration(BucketRequests.publicAccess(it)));
      case BucketSetting.Ownership(var rule) ->
          s3.putBucketOwnershipControls(
              request ->
                  request
                      .bucket(bucket)
                      .ownershipControls(
                          controls ->
                              controls.rules(
                                  OwnershipControlsRule.builder()
                                      .objectOwnership(ObjectOwnership.fromValue(rule))
                                      .build())));
      case BucketSetting.Policy _ ->
          s3.putBucketPolicy(request -> request.bucket(bucket).policy(policy.tlsOnly(bucket)));
      case BucketSetting.Encryption it ->
          s3.putBucketEncryption(
              request ->
                  request
                      .bucket(bucket)
                      .serverSideEncryptionConfiguration(BucketRequests.encryption(it)));
      case BucketSetting.Versioning(var status) ->
          s3.putBucketVersioning(
              request -> request.bucket(bucket).versioningConfiguration(it -> it.status(status)));
      case BucketSetting.Lifecycle it ->
          s3.putBucketLifecycleConfiguration(
              request ->
                  request.bucket(bucket).lifecycleConfiguration(BucketRequests.lifecycle(it)));
      case BucketSetting.Cors it ->
          it.rules().isEmpty()
              ? s3.deleteBucketCors(request -> request.bucket(bucket))
              : s3.putBucketCors(
                  request -> request.bucket(bucket).corsConfiguration(BucketRequests.cors(it)));
    };
  }

  /** S3 says that all went well where some objects were refused. */
  private Receipt delete(DeleteVersions action) {
    Supplier<DeleteObjectsResponse> request =
        () -> s3.deleteObjects(BucketRequests.delete(action.bucket(), action.versions()));
    return AwsCalls.makeUnlessGone(AwsCall.of(action), request)
        .map(answer -> receipt(action, answer))
        .orElseGet(Receipt::none);
  }

  private static Receipt receipt(DeleteVersions action, DeleteObjectsResponse answer) {
    if (answer.errors().isEmpty()) {
      return AwsCalls.receipt(answer);
    }
    throw new FailureException(
        new Failure.Recoverable(
            Component.FILES,
            Reason.ACCESS_DENIED,
            "S3 deleted %d of %d versions of objects in bucket %s and refused the others (%s): take locks and holds off the objects, or allow it in the IAM policy of the operator; it is tried again."
                .formatted(
                    action.versions().size() - answer.errors().size(),
                    action.versions().size(),
                    action.bucket(),
                    AbsentFields.orEmpty(answer.errors().getFirst().code()))));
  }
}
