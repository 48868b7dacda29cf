package io.appenv.operator.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A bucket as S3 tells of it.
 *
 * @param region where it is; empty where S3 does not tell in its list
 * @param settings one of each kind
 */
public record Bucket(
    String name,
    String arn,
    Optional<String> region,
    Map<String, String> tags,
    List<BucketSetting> settings) {

  public Bucket {
    tags = Map.copyOf(tags);
    settings = List.copyOf(settings);
  }

  /** How a desired setting is here; empty where nothing is known of that kind. */
  public Optional<BucketSetting> seen(BucketSetting desired) {
    return settings.stream().filter(it -> it.field().equals(desired.field())).findFirst();
  }

  public boolean meets(BucketSetting desired) {
    return seen(desired).filter(desired::isMetBy).isPresent();
  }

  public boolean isElsewhere(Optional<String> wanted) {
    return region.isPresent() && !region.equals(wanted);
  }
}
