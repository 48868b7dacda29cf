package io.appenv.operator.model;

import java.util.List;
import java.util.Map;

/**
 * The bucket of an environment.
 *
 * @param bucket its name, which no two buckets of all AWS accounts share
 * @param settings in the order in which they are made, one of each kind
 * @param deletionPolicy what becomes of a bucket that holds something; never SNAPSHOT
 */
public record DesiredFiles(
    String bucket,
    List<BucketSetting> settings,
    DeletionPolicy deletionPolicy,
    Map<String, String> tags) {

  public DesiredFiles {
    settings = List.copyOf(settings);
    tags = Map.copyOf(tags);
  }

  public ResourceRef ref() {
    return new ResourceRef(ResourceKind.BUCKET, bucket);
  }
}
