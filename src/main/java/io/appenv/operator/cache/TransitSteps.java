package io.appenv.operator.cache;

import io.appenv.operator.model.CacheAction.ModifyGroup;
import io.appenv.operator.model.ChangeClass;
import io.appenv.operator.model.Difference;
import io.appenv.operator.model.GroupSetting;
import io.appenv.operator.model.PlannedAction;
import io.appenv.operator.model.ReplicationGroup;
import io.appenv.operator.model.Timing;
import io.appenv.operator.model.TransitEncryption;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Encryption in transit, which ElastiCache takes up in two steps: clients may use TLS after the
 * first, and must after the second. In between the tiers are moved over. With the first the group
 * gets endpoints of other names, and the former ones go with the second. Neither interrupts it.
 */
final class TransitSteps {

  /** The mode came with 7.0.5; earlier versions take encryption when they are created only. */
  private static final Pattern WITHOUT_MODE = Pattern.compile("[1-6]([.].*)?|7[.]0[.][0-4]");

  private TransitSteps() {}

  static boolean areOffered(ReplicationGroup group) {
    return !WITHOUT_MODE.matcher(group.engineVersion()).matches();
  }

  static Optional<Difference<String>> difference(ReplicationGroup group) {
    return Optional.of(group.access().transit())
        .filter(seen -> seen != TransitEncryption.REQUIRED)
        .map(
            seen ->
                Difference.inPlace(
                    CacheWishes.TRANSIT_ENCRYPTION,
                    seen.word(),
                    TransitEncryption.REQUIRED.word()));
  }

  /** What is left of the two. */
  static List<PlannedAction> plan(CacheFacts facts, ReplicationGroup group) {
    if (facts.corrections().left().contains(CacheWishes.TRANSIT_ENCRYPTION)) {
      return List.of();
    }
    return switch (group.access().transit()) {
      case NONE -> List.of(allowing(group), demanding(group).at(Timing.AFTER_ROLLOUT));
      case PREFERRED -> List.of(onceRolledOut(facts, demanding(group)));
      case REQUIRED -> List.of();
    };
  }

  private static PlannedAction allowing(ReplicationGroup group) {
    return call(
        group,
        false,
        "transitEncryption none -> preferred: clients may use TLS from then on, and the tiers are"
            + " rolled over to it");
  }

  private static PlannedAction demanding(ReplicationGroup group) {
    return call(
        group,
        true,
        "transitEncryption preferred -> required, as the tiers use TLS; other clients that do not"
            + " are locked out");
  }

  private static PlannedAction call(ReplicationGroup group, boolean required, String reason) {
    return PlannedAction.now(
        new ModifyGroup(
            group.identifier(), List.of(new GroupSetting.TransitEncryption(required)), true),
        reason,
        ChangeClass.IN_PLACE);
  }

  private static PlannedAction onceRolledOut(CacheFacts facts, PlannedAction step) {
    return isRolledOut(facts) ? step : step.at(Timing.AFTER_ROLLOUT);
  }

  /** The connection that is handed out is one with TLS as soon as the group takes such. */
  private static boolean isRolledOut(CacheFacts facts) {
    return !facts.recorded().credentialsInUse().isEmpty();
  }
}
