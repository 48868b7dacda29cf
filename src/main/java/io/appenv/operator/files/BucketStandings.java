package io.appenv.operator.files;

import io.appenv.operator.model.Bucket;
import io.appenv.operator.model.BucketSetting;
import io.appenv.operator.model.Component;
import io.appenv.operator.model.DesiredFiles;
import io.appenv.operator.model.Standing;
import io.appenv.operator.model.Standing.Deviation;
import java.util.List;
import java.util.Optional;

/** How the settings of a bucket stand to the spec. All can be put back, and nothing is lost. */
final class BucketStandings {

  private BucketStandings() {}

  static List<Standing> of(DesiredFiles files, Bucket bucket) {
    return files.settings().stream().map(it -> standing(it, bucket)).toList();
  }

  private static Standing standing(BucketSetting desired, Bucket bucket) {
    return new Standing(
        Component.FILES,
        desired.field(),
        desired.words(),
        bucket.meets(desired)
            ? Optional.empty()
            : Optional.of(
                new Deviation(desired.words(), found(bucket, desired), false, Optional.empty())));
  }

  static String found(Bucket bucket, BucketSetting desired) {
    return bucket.seen(desired).map(BucketSetting::words).orElse("unknown");
  }
}
