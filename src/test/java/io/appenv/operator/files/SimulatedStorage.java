package io.appenv.operator.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.model.Bucket;
import io.appenv.operator.model.BucketContents;
import io.appenv.operator.model.BucketSetting;
import io.appenv.operator.model.Desired;
import io.appenv.operator.model.FileAction;
import io.appenv.operator.model.Observed;
import io.appenv.operator.model.ObservedFiles;
import io.appenv.operator.model.Plan;
import io.appenv.operator.model.PlannedAction;
import io.appenv.operator.model.Sighting;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** S3, as far as one account needs it. Deletes no bucket that holds anything, as S3 does. */
final class SimulatedStorage {

  /** As many as a call takes. */
  static final int BATCH = 3;

  private final Map<String, Map<String, String>> tags = new TreeMap<>();
  private final Map<String, Map<String, BucketSetting>> settings = new TreeMap<>();
  private final Map<String, List<BucketContents.Version>> contents = new TreeMap<>();

  /** What was called. */
  final List<String> calls = new ArrayList<>();

  /** What everybody has who makes a bucket and sets nothing. */
  private static Map<String, BucketSetting> untouched() {
    var settings = new LinkedHashMap<String, BucketSetting>();
    List.of(
            new BucketSetting.PublicAccess(false),
            new BucketSetting.Ownership("none"),
            new BucketSetting.Policy(Optional.of(BucketSetting.Policy.NONE)),
            BucketSetting.Encryption.with(Optional.empty()),
            new BucketSetting.Versioning(BucketSetting.Versioning.NEVER),
            new BucketSetting.Lifecycle(List.of()),
            new BucketSetting.Cors(List.of()))
        .forEach(it -> settings.put(it.field(), it));
    return settings;
  }

  void make(String bucket, Map<String, String> owner) {
    tags.put(bucket, Map.copyOf(owner));
    settings.put(bucket, untouched());
    contents.put(bucket, new ArrayList<>());
  }

  void set(String bucket, BucketSetting setting) {
    var all = Objects.requireNonNull(settings.get(bucket), bucket);
    all.put(setting.field(), setting);
  }

  void put(String bucket, String key) {
    var held = Objects.requireNonNull(contents.get(bucket), bucket);
    held.add(new BucketContents.Version(key, "v" + held.size()));
  }

  boolean has(String bucket) {
    return tags.containsKey(bucket);
  }

  int held(String bucket) {
    return contents.getOrDefault(bucket, List.of()).size();
  }

  Map<String, String> tags(String bucket) {
    return tags.getOrDefault(bucket, Map.of());
  }

  Sighting<Bucket> bucket(String name) {
    return has(name)
        ? Sighting.present(
            new Bucket(
                name,
                "arn:aws:s3:::" + name,
                Optional.empty(),
                tags(name),
                List.copyOf(settings.getOrDefault(name, Map.of()).values())))
        : Sighting.absent();
  }

  /**
   * @param looked whether somebody looked into the bucket
   */
  Observed observed(Desired desired, boolean looked) {
    var name = Stored.files(desired).bucket();
    var unseen = Observed.unseen();
    var held = contents.getOrDefault(name, List.of());
    return new Observed(
        unseen.securityGroups(),
        unseen.database(),
        unseen.cache(),
        unseen.certificate(),
        unseen.certificates(),
        new ObservedFiles(
            bucket(name),
            Optional.of(
                    new BucketContents(held.stream().limit(BATCH).toList(), held.size() > BATCH))
                .filter(_ -> looked && has(name))));
  }

  void make(Plan plan) {
    plan.actions().stream()
        .filter(PlannedAction::isCalledNow)
        .forEach(it -> make((FileAction) it.action()));
  }

  void make(FileAction action) {
    calls.add(action.operation());
    switch (action) {
      case FileAction.Create(var bucket, var owner) -> {
        if (!has(bucket)) {
          make(bucket, owner);
        }
      }
      case FileAction.Configure(var bucket, var setting) -> set(bucket, setting);
      case FileAction.PutTags(var bucket, var all) -> tags.put(bucket, all);
      case FileAction.DeleteVersions(var bucket, var versions) -> {
        assertThat(versions).hasSizeLessThanOrEqualTo(BATCH);
        contents.getOrDefault(bucket, new ArrayList<>()).removeAll(versions);
      }
      case FileAction.Delete(var bucket) -> {
        assertThat(held(bucket)).as("what a bucket holds that is to be deleted").isZero();
        tags.remove(bucket);
        settings.remove(bucket);
        contents.remove(bucket);
      }
    }
  }

  Map<String, BucketSetting> settings(String bucket) {
    return new HashMap<>(settings.getOrDefault(bucket, Map.of()));
  }
}
