package io.appenv.operator.database;

import io.appenv.operator.model.ChangeClass;
import io.appenv.operator.model.DatabaseAction;
import io.appenv.operator.model.DatabaseInstance;
import io.appenv.operator.model.Ownership;
import io.appenv.operator.model.PlannedAction;
import java.util.List;
import java.util.Map;

/**
 * Gives the instance the password of a Secret that is not the one it was last given. The tag is
 * written after the password: a crash between the two sets the same password once more.
 */
final class CredentialsReset {

  private CredentialsReset() {}

  static List<PlannedAction> plan(DatabaseFacts facts, DatabaseInstance instance) {
    var wanted = facts.desired().tags().get(Ownership.CREDENTIALS);
    if (wanted == null || wanted.equals(instance.tags().get(Ownership.CREDENTIALS))) {
      return List.of();
    }
    return List.of(
        PlannedAction.now(
            new DatabaseAction.ResetPassword(instance.identifier()),
            reason(facts, instance),
            ChangeClass.IN_PLACE),
        PlannedAction.now(
            new DatabaseAction.AddTags(
                facts.instanceRef(), instance.arn(), Map.of(Ownership.CREDENTIALS, wanted)),
            "remember which credentials Secret the database knows",
            ChangeClass.IN_PLACE));
  }

  private static String reason(DatabaseFacts facts, DatabaseInstance instance) {
    return facts.desired().custody().adopted()
        ? "user %s is given the password of the credentials Secret; clients that use the former one must be given it"
            .formatted(instance.origin().masterUsername())
        : "the credentials Secret is another one than the database knows";
  }
}
