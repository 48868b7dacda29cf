package io.appenv.operator.backend.aws;

import io.appenv.operator.model.BucketContents;
import io.appenv.operator.model.BucketSetting;
import io.appenv.operator.model.CorsRule;
import io.appenv.operator.model.LifecycleRule;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.model.BucketLifecycleConfiguration;
import software.amazon.awssdk.services.s3.model.CORSConfiguration;
import software.amazon.awssdk.services.s3.model.CORSRule;
import software.amazon.awssdk.services.s3.model.CreateBucketConfiguration;
import software.amazon.awssdk.services.s3.model.CreateBucketRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectsRequest;
import software.amazon.awssdk.services.s3.model.ExpirationStatus;
import software.amazon.awssdk.services.s3.model.NoncurrentVersionTransition;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.PublicAccessBlockConfiguration;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionConfiguration;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionRule;
import software.amazon.awssdk.services.s3.model.Tag;
import software.amazon.awssdk.services.s3.model.Transition;

/** Builds what requests to S3 are made of. */
final class BucketRequests {

  private BucketRequests() {}

  /** In its first region S3 takes no name of a region. */
  static CreateBucketRequest create(String bucket, Map<String, String> tags, Region region) {
    var configuration = CreateBucketConfiguration.builder().tags(tags(tags));
    if (!region.equals(Region.US_EAST_1)) {
      configuration.locationConstraint(region.id());
    }
    return CreateBucketRequest.builder()
        .bucket(bucket)
        .createBucketConfiguration(configuration.build())
        .build();
  }

  static List<Tag> tags(Map<String, String> tags) {
    return TagPairs.written(tags, (key, value) -> Tag.builder().key(key).value(value).build());
  }

  static Map<String, String> tags(Collection<Tag> tags) {
    return TagPairs.read(tags, Tag::key, Tag::value);
  }

  static PublicAccessBlockConfiguration publicAccess(BucketSetting.PublicAccess setting) {
    var blocked = setting.blocked();
    return PublicAccessBlockConfiguration.builder()
        .blockPublicAcls(blocked)
        .ignorePublicAcls(blocked)
        .blockPublicPolicy(blocked)
        .restrictPublicBuckets(blocked)
        .build();
  }

  /** A key of the bucket spares a call to KMS for each object. */
  static ServerSideEncryptionConfiguration encryption(BucketSetting.Encryption setting) {
    return ServerSideEncryptionConfiguration.builder()
        .rules(
            ServerSideEncryptionRule.builder()
                .applyServerSideEncryptionByDefault(
                    it ->
                        it.sseAlgorithm(setting.algorithm())
                            .kmsMasterKeyID(setting.key().orElse(null)))
                .bucketKeyEnabled(setting.key().isPresent())
                .build())
        .build();
  }

  static BucketLifecycleConfiguration lifecycle(BucketSetting.Lifecycle setting) {
    return BucketLifecycleConfiguration.builder()
        .rules(setting.rules().stream().map(BucketRequests::rule).toList())
        .build();
  }

  private static software.amazon.awssdk.services.s3.model.LifecycleRule rule(LifecycleRule rule) {
    return software.amazon.awssdk.services.s3.model.LifecycleRule.builder()
        .id(rule.id())
        .status(ExpirationStatus.ENABLED)
        .filter(all -> all.prefix(""))
        .transitions(
            rule.current().entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .map(it -> Transition.builder().storageClass(it.getKey()).days(it.getValue()))
                .map(it -> it.build())
                .toList())
        .noncurrentVersionTransitions(
            rule.former().entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .map(
                    it ->
                        NoncurrentVersionTransition.builder()
                            .storageClass(it.getKey())
                            .noncurrentDays(it.getValue())
                            .build())
                .toList())
        .abortIncompleteMultipartUpload(
            it -> it.daysAfterInitiation(rule.abortUploadsAfter().orElse(null)))
        .build();
  }

  static CORSConfiguration cors(BucketSetting.Cors setting) {
    return CORSConfiguration.builder()
        .corsRules(setting.rules().stream().map(BucketRequests::cors).toList())
        .build();
  }

  private static CORSRule cors(CorsRule rule) {
    return CORSRule.builder()
        .allowedOrigins(rule.origins())
        .allowedMethods(rule.methods())
        .allowedHeaders(rule.headers())
        .exposeHeaders(rule.exposed())
        .maxAgeSeconds(rule.maxAgeSeconds())
        .build();
  }

  /** Only what could not be deleted is told in the answer. */
  static DeleteObjectsRequest delete(String bucket, List<BucketContents.Version> versions) {
    return DeleteObjectsRequest.builder()
        .bucket(bucket)
        .delete(
            all ->
                all.quiet(true)
                    .objects(
                        versions.stream()
                            .map(
                                it ->
                                    ObjectIdentifier.builder()
                                        .key(it.key())
                                        .versionId(it.id())
                                        .build())
                            .toList()))
        .build();
  }
}
