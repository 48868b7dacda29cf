package io.appenv.operator.cache;

import io.appenv.operator.model.CacheAction;
import io.appenv.operator.model.ChangeClass;
import io.appenv.operator.model.Ownership;
import io.appenv.operator.model.PlannedAction;
import io.appenv.operator.model.ReplicationGroup;
import java.util.List;
import java.util.Map;

/**
 * Gives the group the AUTH token of a Secret that is not the one it was last given, in three calls
 * of three passes, as ElastiCache takes neither a change nor a tag while a group changes. A tag
 * says first which token is meant and when the present one was set; once that time has moved, the
 * token is set, and a last tag remembers it, and that the former one is valid still. A crash
 * between any two of them repeats one at most. {@link FormerToken} ends what this leaves.
 */
final class CredentialsReset {

  private CredentialsReset() {}

  /** What is left of the three. */
  static List<PlannedAction> plan(CacheFacts facts, ReplicationGroup group) {
    var wanted = facts.desired().tags().get(Ownership.CREDENTIALS);
    if (wanted == null || wanted.equals(group.tags().get(Ownership.CREDENTIALS))) {
      return List.of();
    }
    var announce =
        tag(
            facts,
            group,
            Map.of(Ownership.CREDENTIALS_PENDING, marker(wanted, group)),
            "announce the token of another credentials Secret than the cache knows");
    var reset =
        PlannedAction.now(
            new CacheAction.ResetToken(group.identifier()),
            facts.desired().custody().adopted()
                ? "the cache is given the token of the credentials Secret beside the former one;"
                    + " clients that use that one must be given the new one now"
                : "the credentials Secret is another one than the cache knows",
            ChangeClass.IN_PLACE);
    var remember =
        tag(
            facts,
            group,
            Map.of(Ownership.CREDENTIALS, wanted, Ownership.FORMER_TOKEN, modified(group)),
            "remember which credentials Secret the cache knows");
    var announced = group.tags().getOrDefault(Ownership.CREDENTIALS_PENDING, "");
    if (!announced.startsWith(wanted + "/")) {
      return List.of(announce, reset, remember);
    }
    return announced.equals(marker(wanted, group)) ? List.of(reset, remember) : List.of(remember);
  }

  private static String marker(String wanted, ReplicationGroup group) {
    return wanted + "/" + modified(group);
  }

  private static String modified(ReplicationGroup group) {
    return group.authTokenModified().orElse("none");
  }

  private static PlannedAction tag(
      CacheFacts facts, ReplicationGroup group, Map<String, String> tags, String reason) {
    return PlannedAction.now(
        new CacheAction.AddTags(facts.groupRef(), group.arn(), tags), reason, ChangeClass.IN_PLACE);
  }
}
