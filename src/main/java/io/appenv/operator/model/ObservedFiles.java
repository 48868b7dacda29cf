package io.appenv.operator.model;

import java.util.Optional;

/**
 * What was seen of the bucket of an environment.
 *
 * @param contents empty where nobody looked, as while the environment lives
 */
public record ObservedFiles(Sighting<Bucket> bucket, Optional<BucketContents> contents) {

  public static ObservedFiles unseen() {
    return new ObservedFiles(Sighting.unseen(), Optional.empty());
  }

  static ObservedFiles of(Desired desired, RegionSnapshot region) {
    return desired
        .files()
        .map(
            files ->
                new ObservedFiles(
                    Listing.look(region.buckets().buckets(), files.bucket()),
                    // What nobody asked for must not pass for empty.
                    Listing.look(region.buckets().contents(), files.bucket()).found()))
        .orElseGet(ObservedFiles::unseen);
  }

  /** The bucket, where it is this environment's. */
  public Optional<Bucket> own(EnvironmentId environment) {
    return bucket.found().filter(it -> Ownership.owns(environment, it.tags()));
  }

  /** The same where it keeps versions, without which what is written now could be lost later. */
  public Optional<Bucket> usable(EnvironmentId environment) {
    return own(environment)
        .filter(
            it ->
                !it.settings()
                    .contains(new BucketSetting.Versioning(BucketSetting.Versioning.NEVER)));
  }
}
