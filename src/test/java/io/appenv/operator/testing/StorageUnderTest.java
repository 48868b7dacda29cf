package io.appenv.operator.testing;

import io.appenv.operator.sandbox.AwsFoundation;
import io.appenv.operator.sandbox.Sandbox;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Bucket;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** S3 as another of its users sees it, with the bucket of one environment. */
public final class StorageUnderTest implements AutoCloseable {

  private final S3Client s3;

  public StorageUnderTest(Sandbox sandbox) {
    this.s3 = AwsView.client(S3Client.builder(), sandbox, AwsFoundation.REGION);
  }

  public S3Client s3() {
    return s3;
  }

  /** Names of those that begin with this. */
  public List<String> buckets(String prefix) {
    return s3.listBuckets().buckets().stream()
        .map(Bucket::name)
        .filter(it -> it.startsWith(prefix))
        .sorted()
        .toList();
  }

  public void put(String bucket, String key, String text) {
    s3.putObject(request -> request.bucket(bucket).key(key), RequestBody.fromString(text));
  }

  /** Versions and delete markers. */
  public int held(String bucket) {
    try {
      var listed = s3.listObjectVersionsPaginator(request -> request.bucket(bucket));
      return (int) (listed.versions().stream().count() + listed.deleteMarkers().stream().count());
    } catch (NoSuchBucketException gone) {
      return 0;
    }
  }

  public Map<String, String> tags(String bucket) {
    return s3.getBucketTagging(request -> request.bucket(bucket)).tagSet().stream()
        .collect(Collectors.toMap(it -> it.key(), it -> it.value()));
  }

  /** The settings of a bucket, as text that can be compared. */
  public Map<String, String> settings(String bucket) {
    var settings = new TreeMap<String, String>();
    settings.put(
        "versioning", s3.getBucketVersioning(request -> request.bucket(bucket)).statusAsString());
    settings.put(
        "lifecycle",
        s3.getBucketLifecycleConfiguration(request -> request.bucket(bucket)).rules().toString());
    settings.put(
        "encryption",
        s3.getBucketEncryption(request -> request.bucket(bucket))
            .serverSideEncryptionConfiguration()
            .rules()
            .toString());
    settings.put(
        "public access",
        s3.getPublicAccessBlock(request -> request.bucket(bucket))
            .publicAccessBlockConfiguration()
            .toString());
    settings.put(
        "ownership",
        s3.getBucketOwnershipControls(request -> request.bucket(bucket))
            .ownershipControls()
            .rules()
            .toString());
    settings.put("policy", s3.getBucketPolicy(request -> request.bucket(bucket)).policy());
    settings.put("cors", cors(bucket));
    return settings;
  }

  private String cors(String bucket) {
    try {
      return s3.getBucketCors(request -> request.bucket(bucket)).corsRules().toString();
    } catch (S3Exception none) {
      return "none";
    }
  }

  @Override
  public void close() {
    s3.close();
  }
}
