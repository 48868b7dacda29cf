package io.appenv.operator.files;

import io.appenv.operator.model.Bucket;
import io.appenv.operator.model.BucketSetting;
import io.appenv.operator.model.ChangeClass;
import io.appenv.operator.model.Component;
import io.appenv.operator.model.Desired;
import io.appenv.operator.model.DesiredFiles;
import io.appenv.operator.model.DomainPlanner;
import io.appenv.operator.model.Failure;
import io.appenv.operator.model.FileAction;
import io.appenv.operator.model.IntentRecord;
import io.appenv.operator.model.Observed;
import io.appenv.operator.model.OwnedResource;
import io.appenv.operator.model.Ownership;
import io.appenv.operator.model.Plan;
import io.appenv.operator.model.PlannedAction;
import io.appenv.operator.model.Reason;
import io.appenv.operator.model.Sighting;
import io.appenv.operator.model.Standing;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Plans the bucket of an environment: made once, kept as declared, and deleted when empty. */
public final class FilesPlanner implements DomainPlanner {

  @Override
  public Plan apply(Desired desired, Observed observed, IntentRecord recorded) {
    return onAws(desired)
        .map(
            files ->
                switch (observed.files().bucket()) {
                  case Sighting.Unseen<Bucket> _ -> observing("the bucket");
                  case Sighting.Absent<Bucket> _ -> absent(desired, files, recorded);
                  case Sighting.Present<Bucket>(var bucket) ->
                      present(desired, files, bucket, recorded);
                })
        .orElseGet(Plan::empty);
  }

  private static Optional<DesiredFiles> onAws(Desired desired) {
    return desired.files().filter(_ -> desired.backend().isOnAws());
  }

  private static Plan absent(Desired desired, DesiredFiles files, IntentRecord recorded) {
    return recorded.established().contains(files.ref())
        ? Plan.of(missing(desired, files))
        : Plan.of(
            Stream.concat(
                    Stream.of(
                        PlannedAction.now(
                            new FileAction.Create(files.bucket(), files.tags()),
                            "no bucket %s exists".formatted(files.bucket()),
                            ChangeClass.IN_PLACE)),
                    files.settings().stream()
                        .filter(it -> !isOfEveryNewBucket(it))
                        .map(it -> configured(files, it, "it is new: " + told(it))))
                .toList());
  }

  /** Only what somebody asked for is to be taken away again. */
  private static boolean isOfEveryNewBucket(BucketSetting setting) {
    return setting instanceof BucketSetting.Cors(var rules) && rules.isEmpty();
  }

  private static String told(BucketSetting setting) {
    return setting.field() + " " + setting.words();
  }

  private static PlannedAction configured(DesiredFiles files, BucketSetting setting, String why) {
    return PlannedAction.now(
        new FileAction.Configure(files.bucket(), setting), why, ChangeClass.IN_PLACE);
  }

  private static Plan present(
      Desired desired, DesiredFiles files, Bucket bucket, IntentRecord recorded) {
    var obstacle = obstacle(desired, files, bucket);
    if (obstacle.isPresent()) {
      return Plan.of(obstacle.get());
    }
    var left = recorded.corrections(Component.FILES).left();
    return Plan.of(
        Stream.concat(
                tags(files, bucket).stream(),
                files.settings().stream()
                    .filter(it -> !left.contains(it.field()))
                    .filter(it -> !bucket.meets(it))
                    .map(it -> configured(files, it, changed(bucket, it))))
            .toList());
  }

  private static String changed(Bucket bucket, BucketSetting setting) {
    return "%s %s -> %s"
        .formatted(setting.field(), BucketStandings.found(bucket, setting), setting.words());
  }

  /** Why the bucket of this name is left as it is. */
  static Optional<Failure> obstacle(Desired desired, DesiredFiles files, Bucket bucket) {
    return bucket.isElsewhere(desired.region())
        ? Optional.of(elsewhere(bucket))
        : OwnedResource.firstForeign(
            desired.environment(),
            List.of(new OwnedResource(files.ref(), bucket.arn(), bucket.tags())));
  }

  private static Failure elsewhere(Bucket bucket) {
    return new Failure.Terminal(
        Component.FILES,
        Reason.NAME_TAKEN,
        "bucket %s is in region %s, and a bucket stays where it was made; create the environment with another spec.files.bucketName"
            .formatted(bucket.name(), bucket.region().orElse("")));
  }

  private static Failure missing(Desired desired, DesiredFiles files) {
    return new Failure.Terminal(
        Component.FILES,
        Reason.DATA_STORE_MISSING,
        "bucket %s was deleted by somebody else, and no empty one is created in its place; restore what it held from a copy into a bucket of this name, tagged %s=%s and %s=%s"
            .formatted(
                files.bucket(),
                Ownership.CLUSTER,
                desired.environment().cluster(),
                Ownership.UID,
                desired.environment().uid()));
  }

  /** S3 replaces all tags by what it is given, so those of others are given too. */
  private static Optional<PlannedAction> tags(DesiredFiles files, Bucket bucket) {
    var all = new HashMap<>(bucket.tags());
    all.putAll(files.tags());
    all.computeIfPresent(Ownership.RETAINED, (_, _) -> "false");
    return all.equals(bucket.tags())
        ? Optional.empty()
        : Optional.of(
            PlannedAction.now(
                new FileAction.PutTags(files.bucket(), all),
                "its tags do not say whose it is",
                ChangeClass.IN_PLACE));
  }

  @Override
  public Map<Component, List<Standing>> standings(Desired desired, Observed observed) {
    return onAws(desired)
        .flatMap(
            files ->
                observed
                    .files()
                    .bucket()
                    .found()
                    .filter(it -> obstacle(desired, files, it).isEmpty())
                    .map(it -> Map.of(Component.FILES, BucketStandings.of(files, it))))
        .orElseGet(Map::of);
  }

  @Override
  public Plan delete(Desired desired, Observed observed, IntentRecord recorded) {
    return onAws(desired)
        .map(
            files ->
                switch (observed.files().bucket()) {
                  case Sighting.Unseen<Bucket> _ -> observing("the bucket");
                  case Sighting.Absent<Bucket> _ -> Plan.empty();
                  case Sighting.Present<Bucket>(var bucket) ->
                      obstacle(desired, files, bucket).isPresent()
                          ? Plan.empty()
                          : BucketDeletion.plan(desired, files, bucket, observed.files());
                })
        .orElseGet(Plan::empty);
  }

  static Plan observing(String what) {
    return Plan.of(
        new Failure.Waiting(
            Component.FILES, Reason.OBSERVING, what + " has not been looked at yet"));
  }
}
