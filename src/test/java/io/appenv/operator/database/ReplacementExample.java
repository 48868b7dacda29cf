package io.appenv.operator.database;

import io.appenv.operator.model.ChangePolicy;
import io.appenv.operator.model.DatabaseAction;
import io.appenv.operator.model.Desired;
import java.util.Optional;
import java.util.function.Consumer;

/** A database that was made with one key and is to get another, pass by pass. */
final class ReplacementExample {

  static final String OLD = "11111111-1111-1111-1111-111111111111";
  static final String NEW = "22222222-2222-2222-2222-222222222222";
  static final String FORMER = DatabaseExample.IDENTIFIER + "-former";
  static final String SNAPSHOT = DatabaseExample.IDENTIFIER + "-replaced-uid1-1";
  static final String LAST_SNAPSHOT = DatabaseExample.IDENTIFIER + "-replaced-uid1-final";

  final SimulatedDatabase aws = new SimulatedDatabase();
  final DatabasePasses passes = new DatabasePasses(aws);
  final Desired before;
  final Desired wanted;

  ReplacementExample() {
    this(_ -> {});
  }

  /**
   * @param all what is so of the database before and after
   */
  ReplacementExample(Consumer<DatabaseExample> all) {
    before = DatabaseExample.production(all.andThen(it -> it.kmsKeyId = Optional.of(OLD)));
    wanted = DatabaseExample.production(all.andThen(ReplacementExample::replace));
    passes.apply(before);
    aws.calls.clear();
  }

  private static void replace(DatabaseExample database) {
    database.kmsKeyId = Optional.of(NEW);
    database.replaces = true;
  }

  void approve() {
    passes.governed().under(ChangePolicy.AUTO, passes.plan(wanted).hash());
  }

  /** Its first call is made. */
  void begin() {
    approve();
    passes.stepInWindow(wanted);
    aws.settle();
  }

  /** All of it. */
  void complete() {
    approve();
    passes.applyInWindow(wanted);
  }

  /** Up to this call, and AWS has done it. */
  void until(Class<? extends DatabaseAction> last) {
    begin();
    for (var pass = 0; pass < DatabasePasses.MOST; pass++) {
      if (aws.calls.stream().anyMatch(last::isInstance)) {
        aws.settle();
        return;
      }
      aws.settle();
      passes.step(wanted);
    }
    throw new AssertionError("there was no " + last);
  }
}
