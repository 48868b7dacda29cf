package io.appenv.operator.backend.aws;

import io.appenv.operator.model.BucketSetting;
import io.appenv.operator.model.CorsRule;
import io.appenv.operator.model.LifecycleRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.s3.model.CORSRule;
import software.amazon.awssdk.services.s3.model.ExpirationStatus;
import software.amazon.awssdk.services.s3.model.GetBucketCorsResponse;
import software.amazon.awssdk.services.s3.model.GetBucketEncryptionResponse;
import software.amazon.awssdk.services.s3.model.GetBucketLifecycleConfigurationResponse;
import software.amazon.awssdk.services.s3.model.GetBucketOwnershipControlsResponse;
import software.amazon.awssdk.services.s3.model.GetBucketVersioningResponse;
import software.amazon.awssdk.services.s3.model.GetPublicAccessBlockResponse;

/** Reads the settings of a bucket; what S3 says does not exist was never set. */
final class BucketSettings {

  private static final String NONE = "none";

  private BucketSettings() {}

  static BucketSetting versioning(GetBucketVersioningResponse answer) {
    return new BucketSetting.Versioning(
        Optional.ofNullable(answer.statusAsString())
            .filter(it -> !it.isEmpty())
            .orElse(BucketSetting.Versioning.NEVER));
  }

  static BucketSetting publicAccess(Optional<GetPublicAccessBlockResponse> answer) {
    return new BucketSetting.PublicAccess(
        answer
            .map(it -> it.publicAccessBlockConfiguration())
            .filter(it -> AbsentFields.isTrue(it.blockPublicAcls()))
            .filter(it -> AbsentFields.isTrue(it.blockPublicPolicy()))
            .filter(it -> AbsentFields.isTrue(it.ignorePublicAcls()))
            .filter(it -> AbsentFields.isTrue(it.restrictPublicBuckets()))
            .isPresent());
  }

  static BucketSetting ownership(Optional<GetBucketOwnershipControlsResponse> answer) {
    return new BucketSetting.Ownership(
        answer.stream()
            .flatMap(it -> it.ownershipControls().rules().stream())
            .map(it -> it.objectOwnershipAsString())
            .findFirst()
            .orElse(NONE));
  }

  static BucketSetting encryption(Optional<GetBucketEncryptionResponse> answer) {
    return answer.stream()
        .flatMap(it -> it.serverSideEncryptionConfiguration().rules().stream())
        .map(it -> it.applyServerSideEncryptionByDefault())
        .map(
            it ->
                new BucketSetting.Encryption(
                    AbsentFields.orEmpty(it.sseAlgorithmAsString()),
                    Optional.ofNullable(it.kmsMasterKeyID()).filter(key -> !key.isEmpty())))
        .findFirst()
        .orElseGet(() -> new BucketSetting.Encryption(NONE, Optional.empty()));
  }

  static BucketSetting cors(Optional<GetBucketCorsResponse> answer) {
    return new BucketSetting.Cors(
        answer.stream().flatMap(it -> it.corsRules().stream()).map(BucketSettings::cors).toList());
  }

  private static CorsRule cors(CORSRule rule) {
    return new CorsRule(
        rule.allowedOrigins(),
        rule.allowedMethods(),
        rule.allowedHeaders(),
        rule.exposeHeaders(),
        AbsentFields.orZero(rule.maxAgeSeconds()));
  }

  static BucketSetting lifecycle(Optional<GetBucketLifecycleConfigurationResponse> answer) {
    return new BucketSetting.Lifecycle(
        answer.stream().flatMap(it -> it.rules().stream()).map(BucketSettings::rule).toList());
  }

  private static LifecycleRule rule(software.amazon.awssdk.services.s3.model.LifecycleRule rule) {
    var others = others(rule);
    var current = new HashMap<String, Integer>();
    rule.transitions().stream()
        .filter(it -> it.days() != null)
        .forEach(it -> current.put(it.storageClassAsString(), it.days()));
    var former = new HashMap<String, Integer>();
    rule.noncurrentVersionTransitions()
        .forEach(
            it -> former.put(it.storageClassAsString(), AbsentFields.orZero(it.noncurrentDays())));
    return new LifecycleRule(
        AbsentFields.orEmpty(rule.id()),
        current,
        former,
        Optional.ofNullable(rule.abortIncompleteMultipartUpload())
            .map(it -> AbsentFields.orZero(it.daysAfterInitiation())),
        others.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", others)));
  }

  /** What a rule of ours neither says nor leaves out. */
  private static List<String> others(software.amazon.awssdk.services.s3.model.LifecycleRule rule) {
    var others = new ArrayList<String>();
    Map.of(
            "switched off",
            rule.status() != ExpirationStatus.ENABLED,
            "for some objects only",
            isForSome(rule),
            "deletes objects",
            rule.expiration() != null,
            "deletes former versions",
            rule.noncurrentVersionExpiration() != null,
            "moves objects on a date",
            rule.transitions().stream().anyMatch(it -> it.days() == null),
            "keeps some former versions",
            rule.noncurrentVersionTransitions().stream()
                .anyMatch(it -> it.newerNoncurrentVersions() != null))
        .forEach(
            (what, holds) -> {
              if (holds) {
                others.add(what);
              }
            });
    others.sort(null);
    return others;
  }

  @SuppressWarnings("deprecation") // Rules of former versions of the API have the prefix there.
  private static boolean isForSome(software.amazon.awssdk.services.s3.model.LifecycleRule rule) {
    var filter = rule.filter();
    return !AbsentFields.orEmpty(rule.prefix()).isEmpty()
        || (filter != null
            && (!AbsentFields.orEmpty(filter.prefix()).isEmpty()
                || filter.tag() != null
                || filter.and() != null
                || filter.objectSizeGreaterThan() != null
                || filter.objectSizeLessThan() != null));
  }
}
