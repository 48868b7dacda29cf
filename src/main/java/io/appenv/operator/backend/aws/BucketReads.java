package io.appenv.operator.backend.aws;

import io.appenv.operator.model.Bucket;
import io.appenv.operator.model.BucketContents;
import io.appenv.operator.model.BucketSetting;
import io.appenv.operator.model.Component;
import io.appenv.operator.model.Failure;
import io.appenv.operator.model.FailureException;
import io.appenv.operator.model.Listed;
import io.appenv.operator.model.OwnNames;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Buckets that bear names of ours. S3 lists them with little more than a name, and tells each
 * setting of each in a call of its own: eight of them for a bucket. So what was read is remembered,
 * and a few are read again in rotation.
 */
final class BucketReads {

  private static final int PAGE = 1000;
  private static final int READ_AGAIN = 2;

  private final S3Client s3;
  private final String region;
  private final BucketPolicy policy;
  private final RotatingReads<Details> details;

  /** What S3 tells of one bucket. */
  private record Details(Map<String, String> tags, List<BucketSetting> settings) {
    private static Details untold() {
      return new Details(Map.of(), List.of());
    }
  }

  BucketReads(S3Client s3, String region, BucketPolicy policy) {
    this.s3 = s3;
    this.region = region;
    this.policy = policy;
    this.details = new RotatingReads<>(READ_AGAIN, this::details);
  }

  /** Makes the next list show what became of a write. */
  void forget(String bucket) {
    details.forget(bucket);
  }

  /** By name. Of buckets of other regions, nothing else is asked. */
  Listed<Bucket> list() {
    var listed =
        AwsCalls.make(
            AwsCall.listing(Component.FILES, "ListBuckets", region),
            () ->
                s3
                    .listBucketsPaginator(
                        request -> request.prefix(OwnNames.PREFIX).maxBuckets(PAGE))
                    .buckets()
                    .stream()
                    .filter(bucket -> OwnNames.mayBeOurs(bucket.name()))
                    .toList());
    var here = listed.stream().filter(it -> !isElsewhere(it)).map(it -> it.name()).toList();
    var elsewhere = listed.stream().filter(this::isElsewhere).map(it -> it.name()).toList();
    return details
        .of(here)
        .beside(elsewhere, Details.untold())
        .join(listed, it -> it.name(), it -> it.name(), this::bucket);
  }

  private boolean isElsewhere(software.amazon.awssdk.services.s3.model.Bucket bucket) {
    return place(bucket).filter(it -> !it.equals(region)).isPresent();
  }

  private static Optional<String> place(software.amazon.awssdk.services.s3.model.Bucket bucket) {
    return Optional.ofNullable(bucket.bucketRegion()).filter(it -> !it.isEmpty());
  }

  private Bucket bucket(software.amazon.awssdk.services.s3.model.Bucket bucket, Details told) {
    return new Bucket(
        bucket.name(), policy.arn(bucket.name()), place(bucket), told.tags(), told.settings());
  }

  /** The first of the calls is the one that is refused only where there is no such bucket. */
  private Optional<Details> details(String bucket) {
    return AwsCalls.makeUnlessGone(
            AwsCall.listing(Component.FILES, "GetBucketVersioning", bucket),
            () -> s3.getBucketVersioning(request -> request.bucket(bucket)))
        .map(BucketSettings::versioning)
        .map(
            versioning ->
                new Details(
                    tags(bucket),
                    List.of(
                        publicAccess(bucket),
                        ownership(bucket),
                        policy(bucket),
                        encryption(bucket),
                        versioning,
                        lifecycle(bucket),
                        cors(bucket))));
  }

  private Map<String, String> tags(String bucket) {
    return find(
            "GetBucketTagging",
            bucket,
            () -> s3.getBucketTagging(request -> request.bucket(bucket)))
        .map(answer -> BucketRequests.tags(answer.tagSet()))
        .orElseGet(Map::of);
  }

  private BucketSetting publicAccess(String bucket) {
    return BucketSettings.publicAccess(
        find(
            "GetPublicAccessBlock",
            bucket,
            () -> s3.getPublicAccessBlock(request -> request.bucket(bucket))));
  }

  private BucketSetting ownership(String bucket) {
    return BucketSettings.ownership(
        find(
            "GetBucketOwnershipControls",
            bucket,
            () -> s3.getBucketOwnershipControls(request -> request.bucket(bucket))));
  }

  private BucketSetting policy(String bucket) {
    return policy.read(
        bucket,
        find("GetBucketPolicy", bucket, () -> s3.getBucketPolicy(request -> request.bucket(bucket)))
            .map(answer -> answer.policy()));
  }

  private BucketSetting encryption(String bucket) {
    return BucketSettings.encryption(
        find(
            "GetBucketEncryption",
            bucket,
            () -> s3.getBucketEncryption(request -> request.bucket(bucket))));
  }

  private BucketSetting lifecycle(String bucket) {
    return BucketSettings.lifecycle(
        find(
            "GetBucketLifecycleConfiguration",
            bucket,
            () -> s3.getBucketLifecycleConfiguration(request -> request.bucket(bucket))));
  }

  private BucketSetting cors(String bucket) {
    return BucketSettings.cors(
        find("GetBucketCors", bucket, () -> s3.getBucketCors(request -> request.bucket(bucket))));
  }

  /** S3 says of what was never set that it does not exist. */
  private static <T> Optional<T> find(String operation, String bucket, Supplier<T> request) {
    return AwsCalls.makeUnlessGone(AwsCall.listing(Component.FILES, operation, bucket), request);
  }

  /** What those that are there hold, as far as one call tells. */
  Listed<BucketContents> contents(Set<String> buckets) {
    var found = new HashMap<String, BucketContents>();
    var refused = new HashMap<String, Failure>();
    for (var bucket : buckets) {
      try {
        contents(bucket).ifPresent(it -> found.put(bucket, it));
      } catch (FailureException failure) {
        refused.put(bucket, failure.failure());
      }
    }
    return new Listed<>(found, refused);
  }

  private Optional<BucketContents> contents(String bucket) {
    return find(
            "ListObjectVersions",
            bucket,
            () -> s3.listObjectVersions(request -> request.bucket(bucket).maxKeys(PAGE)))
        .map(
            answer ->
                new BucketContents(
                    Stream.concat(
                            answer.versions().stream()
                                .map(it -> new BucketContents.Version(it.key(), it.versionId())),
                            answer.deleteMarkers().stream()
                                .map(it -> new BucketContents.Version(it.key(), it.versionId())))
                        .toList(),
                    AbsentFields.isTrue(answer.isTruncated())));
  }
}
