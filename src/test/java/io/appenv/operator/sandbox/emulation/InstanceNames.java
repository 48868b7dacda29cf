package io.appenv.operator.sandbox.emulation;

import io.appenv.operator.sandbox.wire.Answer;
import java.io.IOException;

/** Gives RDS instances other names, by which moto forgets who else has them. */
record InstanceNames(Instances instances, Pace pace) {

  static final String OTHER = "NewDBInstanceIdentifier";

  /** It is restarted, and listed under its new name once that is done. */
  Answer rename(Exchange exchange, Key key) throws IOException {
    var other = exchange.key(OTHER);
    var isTaken =
        exchange
            .find("DescribeDBInstances", "DBInstanceIdentifier", other.name(), Instances.ELEMENT)
            .isPresent();
    if (isTaken || instances.isLeaving(other)) {
      return exchange.refuse("DBInstanceAlreadyExists", "DB instance already exists");
    }
    if (!exchange.isTrue("ApplyImmediately")) {
      return exchange.refuse("InvalidParameterCombination", "the sandbox renames immediately only");
    }
    var answer = exchange.pass();
    if (answer.isSuccess()) {
      instances.rename(key, other);
      instances.states.begin(other, start -> start.then("renaming", pace.modifying));
    }
    return answer;
  }
}
