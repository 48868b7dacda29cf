package io.appenv.operator.cache;

import io.appenv.operator.model.CacheAction;
import io.appenv.operator.model.ChangeClass;
import io.appenv.operator.model.Difference;
import io.appenv.operator.model.Ownership;
import io.appenv.operator.model.PlannedAction;
import io.appenv.operator.model.ReplicationGroup;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Gives the group the AUTH token of a Secret that is not the one it was last given, in three calls
 * of three passes, as ElastiCache takes neither a change nor a tag while a group changes. A tag
 * says first which token is meant and when the present one was set; once that time has moved, the
 * token is set, and a last tag remembers it, and that the former one is valid still. A crash
 * between any two of them repeats one at most. {@link FormerToken} ends what this leaves.
 */
final class CredentialsReset {

  /** Of a token AWS tells only whether there is one. */
  static final String SET = "set";

  /** In place of the time at which the token was rotated, before it is. */
  private static final String AWAITED = "awaited";

  private CredentialsReset() {}

  static Optional<Difference<String>> difference(ReplicationGroup group) {
    return group.access().authenticated()
        ? Optional.empty()
        : Optional.of(Difference.inPlace(CacheWishes.AUTH_TOKEN, ReplicationGroup.NO_TOKEN, SET));
  }

  /** What is left of the three. */
  static List<PlannedAction> plan(CacheFacts facts, ReplicationGroup group) {
    var wanted = facts.desired().tags().get(Ownership.CREDENTIALS);
    var isGiven = wanted != null && wanted.equals(group.tags().get(Ownership.CREDENTIALS));
    if (wanted == null || (isGiven && !isTakenAway(facts, group) && !isAwaited(group))) {
      return List.of();
    }
    var announce =
        tag(
            facts,
            group,
            announcement(wanted, group, isGiven),
            "announce the token of another credentials Secret than the cache knows");
    var reset =
        PlannedAction.now(
            new CacheAction.ResetToken(group.identifier()),
            why(facts, group),
            ChangeClass.IN_PLACE);
    var remember =
        tag(
            facts,
            group,
            Map.of(Ownership.CREDENTIALS, wanted, Ownership.FORMER_TOKEN, modified(group)),
            "remember which credentials Secret the cache knows");
    var announced = group.tags().getOrDefault(Ownership.CREDENTIALS_PENDING, "");
    if ((isGiven && !isAwaited(group)) || !isAnnounced(announced, wanted, group)) {
      return List.of(announce, reset, remember);
    }
    return announced.equals(marker(wanted, group)) ? List.of(reset, remember) : List.of(remember);
  }

  /** Of a token that is given again, no other tag would tell that something is left to be done. */
  private static Map<String, String> announcement(
      String wanted, ReplicationGroup group, boolean again) {
    var marker = marker(wanted, group);
    return again
        ? Map.of(Ownership.CREDENTIALS_PENDING, marker, Ownership.FORMER_TOKEN, AWAITED)
        : Map.of(Ownership.CREDENTIALS_PENDING, marker);
  }

  private static boolean isAwaited(ReplicationGroup group) {
    return AWAITED.equals(group.tags().get(Ownership.FORMER_TOKEN));
  }

  /** By somebody else, and it is not to stay so. */
  private static boolean isTakenAway(CacheFacts facts, ReplicationGroup group) {
    return !group.access().authenticated()
        && !facts.corrections().left().contains(CacheWishes.AUTH_TOKEN);
  }

  private static String why(CacheFacts facts, ReplicationGroup group) {
    if (!group.access().authenticated()) {
      return "the cache is given the token of the credentials Secret; clients without one are still"
          + " let in";
    }
    return facts.desired().custody().adopted()
        ? "the cache is given the token of the credentials Secret beside the former one; clients"
            + " that use that one must be given the new one now"
        : "the credentials Secret is another one than the cache knows";
  }

  /** What was announced before the token was taken away says nothing any more. */
  private static boolean isAnnounced(String announced, String wanted, ReplicationGroup group) {
    return announced.equals(marker(wanted, group))
        || (announced.startsWith(wanted + "/") && group.access().authenticated());
  }

  private static String marker(String wanted, ReplicationGroup group) {
    return wanted + "/" + modified(group);
  }

  private static String modified(ReplicationGroup group) {
    return group.authTokenModified().orElse(ReplicationGroup.NO_TOKEN);
  }

  private static PlannedAction tag(
      CacheFacts facts, ReplicationGroup group, Map<String, String> tags, String reason) {
    return PlannedAction.now(
        new CacheAction.AddTags(facts.groupRef(), group.arn(), tags), reason, ChangeClass.IN_PLACE);
  }
}
