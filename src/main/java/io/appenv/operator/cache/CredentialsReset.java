package io.appenv.operator.cache;

import io.appenv.operator.model.CacheAction;
import io.appenv.operator.model.ChangeClass;
import io.appenv.operator.model.Ownership;
import io.appenv.operator.model.PlannedAction;
import io.appenv.operator.model.ReplicationGroup;
import java.util.List;
import java.util.Map;

/**
 * Gives the group the AUTH token of a Secret that is not the one it was last given. The tag is
 * written after the token: a crash between the two sets the same token once more.
 */
final class CredentialsReset {

  private CredentialsReset() {}

  static List<PlannedAction> plan(CacheFacts facts, ReplicationGroup group) {
    var wanted = facts.desired().tags().get(Ownership.CREDENTIALS);
    if (wanted == null || wanted.equals(group.tags().get(Ownership.CREDENTIALS))) {
      return List.of();
    }
    return List.of(
        PlannedAction.now(
            new CacheAction.ResetToken(group.identifier()),
            "the credentials Secret is another one than the cache knows",
            ChangeClass.IN_PLACE),
        PlannedAction.now(
            new CacheAction.AddTags(
                facts.groupRef(), group.arn(), Map.of(Ownership.CREDENTIALS, wanted)),
            "remember which credentials Secret the cache knows",
            ChangeClass.IN_PLACE));
  }
}
