package io.appenv.operator.database;

import io.appenv.operator.model.ChangeClass;
import io.appenv.operator.model.DatabaseAction;
import io.appenv.operator.model.DatabaseInstance;
import io.appenv.operator.model.DesiredDatabase;
import io.appenv.operator.model.InstanceSetting;
import io.appenv.operator.model.Interruption;
import io.appenv.operator.model.Ownership;
import io.appenv.operator.model.PlannedAction;
import io.appenv.operator.model.ReplacementTerms;
import io.appenv.operator.model.ResourceKind;
import io.appenv.operator.model.ResourceRef;
import io.appenv.operator.model.Timing;
import io.appenv.operator.model.WeeklyWindow;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The calls by which a copy takes the place of a database. Each reads the same in every pass, so
 * that one approval is enough. A person is asked for all of them, under every policy.
 *
 * @param replaced under whichever of its names
 * @param snapshot the copy is made of it
 */
record ReplacementCalls(DatabaseFacts facts, DatabaseInstance replaced, String snapshot) {

  /** In their order. */
  enum Step {
    BEGIN,
    RENAME,
    TAKE_SNAPSHOT,
    COPY_SNAPSHOT,
    RESTORE,
    SET,
    END
  }

  /** What is left to be done, beginning with this. */
  List<PlannedAction> from(Step first) {
    return Arrays.stream(Step.values())
        .skip(first.ordinal())
        .map(step -> step == first ? call(step) : call(step).afterPrevious())
        .map(PlannedAction::asking)
        .toList();
  }

  private PlannedAction call(Step step) {
    return switch (step) {
      case BEGIN -> begin();
      case RENAME -> rename();
      case TAKE_SNAPSHOT -> takeSnapshot();
      case COPY_SNAPSHOT -> copySnapshot();
      case RESTORE -> restore();
      case SET -> set();
      case END -> end();
    };
  }

  /** The tag is what stops the tiers, and what every later pass goes by. */
  private PlannedAction begin() {
    var call = mark(desired().identifier(), snapshot, Optional.of(window()));
    return new PlannedAction(
        call,
        "kmsKeyId %s -> %s by a copy that takes its place%s; %s from then on until it serves, also beyond the window"
            .formatted(
                replaced.origin().kmsKeyId().orElse("none"),
                desired().kmsKeyId().orElse("none"),
                again(),
                stopped()),
        ChangeClass.REPLACE,
        Interruption.REPLACEMENT,
        Timing.WHEN_WINDOW_OPENS,
        Optional.of(call));
  }

  /** What reads differently needs another approval. */
  private String again() {
    return ReplacementStage.isAbandoned(replaced) ? ", after one that was given up" : "";
  }

  private String stopped() {
    return facts.clients().isEmpty()
        ? "no tier uses it"
        : "the pods of %s are stopped".formatted(String.join(", ", facts.clients()));
  }

  private PlannedAction rename() {
    return call(
        new DatabaseAction.RenameInstance(desired().identifier(), terms().former()),
        "nobody reaches it under its name any more; kept as %s for %d days at least"
            .formatted(terms().former(), terms().keepDays()));
  }

  private PlannedAction takeSnapshot() {
    return call(
        new DatabaseAction.TakeSnapshot(
            terms().former(), snapshot, facts.ownershipTags(), window()),
        "snapshot %s of all that was written, which is kept".formatted(snapshot));
  }

  private PlannedAction copySnapshot() {
    return call(
        new DatabaseAction.CopySnapshot(
            snapshot,
            ReplacementTerms.copyOf(snapshot),
            desired().kmsKeyId().orElseThrow(),
            facts.ownershipTags()),
        "the same, encrypted with the other key");
  }

  private PlannedAction restore() {
    return call(
        new DatabaseAction.RestoreInstance(
            desired(), ReplacementTerms.copyOf(snapshot), replaced, tagsOfCopy()),
        "the copy, like the replaced one in all but its key");
  }

  /** It knows the password that the replaced one was last given. */
  private Map<String, String> tagsOfCopy() {
    var tags = new HashMap<>(facts.ownershipTags());
    Optional.ofNullable(replaced.tags().get(Ownership.CREDENTIALS))
        .ifPresent(uid -> tags.put(Ownership.CREDENTIALS, uid));
    return tags;
  }

  private PlannedAction set() {
    return call(
        new DatabaseAction.ModifyInstance(desired().identifier(), left(desired()), true),
        "what RDS does not take over into a copy: backups, windows, monitoring");
  }

  /** What a restore is not told. */
  static List<InstanceSetting> left(DesiredDatabase desired) {
    var settings = new ArrayList<InstanceSetting>();
    settings.add(new InstanceSetting.BackupRetention(desired.backupRetentionDays()));
    settings.add(new InstanceSetting.BackupWindow(desired.backupWindow()));
    settings.add(new InstanceSetting.MaintenanceWindow(desired.maintenanceWindow()));
    desired.maxStorageGib().ifPresent(gib -> settings.add(new InstanceSetting.MaxStorage(gib)));
    desired
        .performanceInsightsDays()
        .ifPresent(
            days -> settings.add(new InstanceSetting.PerformanceInsights(Optional.of(days))));
    return settings;
  }

  private PlannedAction end() {
    return call(
        mark(terms().former(), ReplacementStage.COMPLETED + snapshot, Optional.empty()),
        "the copy was compared with the replaced one; the pods are started");
  }

  private static PlannedAction call(DatabaseAction action, String reason) {
    return PlannedAction.now(action, reason, ChangeClass.IN_PLACE);
  }

  private DatabaseAction mark(String identifier, String value, Optional<WeeklyWindow> window) {
    return new DatabaseAction.AddTags(
        new ResourceRef(ResourceKind.DATABASE_INSTANCE, identifier),
        arn(identifier),
        Map.of(Ownership.REPLACEMENT, value),
        window);
  }

  /** The name ends the ARN, and so changes it. */
  private String arn(String identifier) {
    return replaced.arn().substring(0, replaced.arn().lastIndexOf(':') + 1) + identifier;
  }

  private DesiredDatabase desired() {
    return facts.desired();
  }

  private ReplacementTerms terms() {
    return desired().replacement();
  }

  private WeeklyWindow window() {
    return WeeklyWindow.read(desired().maintenanceWindow(), ZoneOffset.UTC).orElseThrow();
  }
}
