package io.appenv.operator.files;

import io.appenv.operator.model.Bucket;
import io.appenv.operator.model.BucketContents;
import io.appenv.operator.model.ChangeClass;
import io.appenv.operator.model.Component;
import io.appenv.operator.model.DeletionPolicy;
import io.appenv.operator.model.Desired;
import io.appenv.operator.model.DesiredFiles;
import io.appenv.operator.model.Failure;
import io.appenv.operator.model.FileAction;
import io.appenv.operator.model.ObservedFiles;
import io.appenv.operator.model.Ownership;
import io.appenv.operator.model.Plan;
import io.appenv.operator.model.PlannedAction;
import io.appenv.operator.model.Reason;
import java.util.HashMap;

/**
 * What becomes of a bucket with its environment: one that is empty goes; one that holds something
 * stays, unless the spec says that nothing is kept and that was confirmed by name.
 */
final class BucketDeletion {

  private BucketDeletion() {}

  static Plan plan(Desired desired, DesiredFiles files, Bucket bucket, ObservedFiles observed) {
    return observed
        .contents()
        .map(it -> it.isEmpty() ? Plan.of(deletion(files)) : full(desired, files, bucket, it))
        .orElseGet(() -> FilesPlanner.observing("what the bucket holds"));
  }

  private static Plan full(
      Desired desired, DesiredFiles files, Bucket bucket, BucketContents contents) {
    if (files.deletionPolicy() != DeletionPolicy.DELETE) {
      return Ownership.isRetained(bucket.tags()) ? Plan.empty() : Plan.of(retention(bucket));
    }
    return desired.deletionConfirmed()
        ? Plan.of(emptying(files, contents), deletion(files).afterPrevious())
        : Plan.of(unconfirmed(desired, files));
  }

  private static PlannedAction retention(Bucket bucket) {
    var tags = new HashMap<>(bucket.tags());
    tags.put(Ownership.RETAINED, "true");
    return PlannedAction.now(
        new FileAction.PutTags(bucket.name(), tags),
        "the environment is deleted, and the bucket holds objects, so it stays",
        ChangeClass.IN_PLACE);
  }

  private static PlannedAction emptying(DesiredFiles files, BucketContents contents) {
    return PlannedAction.now(
        new FileAction.DeleteVersions(files.bucket(), contents.versions()),
        "the environment is deleted; its files are not kept, as confirmed: %d versions of objects now, %s"
            .formatted(
                contents.versions().size(), contents.more() ? "others after them" : "the last"),
        ChangeClass.DESTROY);
  }

  private static PlannedAction deletion(DesiredFiles files) {
    return PlannedAction.now(
        new FileAction.Delete(files.bucket()),
        "the environment is deleted, and nothing is in the bucket",
        ChangeClass.DESTROY);
  }

  private static Failure unconfirmed(Desired desired, DesiredFiles files) {
    return new Failure.Terminal(
        Component.FILES,
        Reason.CONFIRMATION_MISSING,
        "deletionPolicy Delete destroys all that bucket %s holds, former versions too; to confirm, set spec.operations.confirmDeletion to %s, or set spec.files.deletionPolicy to Retain"
            .formatted(files.bucket(), desired.environment().name()));
  }
}
