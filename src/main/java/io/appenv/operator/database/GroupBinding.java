package io.appenv.operator.database;

import io.appenv.operator.model.BindingCalls;
import io.appenv.operator.model.DatabaseAction;
import io.appenv.operator.model.DatabaseInstance;
import io.appenv.operator.model.InstanceSetting;
import java.util.List;

/**
 * Binds an instance to its security groups. RDS changes them as soon as it can, whatever
 * ApplyImmediately says, and interrupts nothing
 * (docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ModifyInstance.Settings.html).
 */
final class GroupBinding {

  private GroupBinding() {}

  static BindingCalls plan(DatabaseFacts facts, DatabaseInstance instance) {
    return BindingCalls.of(
        facts.binding(),
        instance.securityGroups(),
        facts.corrections(),
        ids ->
            new DatabaseAction.ModifyInstance(
                instance.identifier(), List.of(new InstanceSetting.SecurityGroups(ids)), false));
  }
}
