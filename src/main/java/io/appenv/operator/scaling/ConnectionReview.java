package io.appenv.operator.scaling;

import io.appenv.operator.model.DesiredDatabase;
import io.appenv.operator.model.DesiredTier;
import io.appenv.operator.model.Reason;
import io.appenv.operator.model.SizingFinding;
import java.util.List;
import java.util.Optional;

/** Whether the database takes the connections of all pods that there may be. */
record ConnectionReview(DesiredDatabase database, List<DesiredTier> tiers) {

  private static final String PARAMETER = "max_connections";

  /** By which RDS divides the bytes of memory, unless the parameter says otherwise. */
  private static final long BYTES_EACH = 9_531_392;

  private static final long MOST_BY_DEFAULT = 5000;
  private static final long MIB = 1024 * 1024;

  Optional<SizingFinding> finding() {
    var wanted =
        tiers.stream()
            .filter(tier -> tier.uses().contains(DesiredTier.Use.DATABASE))
            .mapToLong(tier -> (long) tier.scaling().max() * tier.databaseConnections())
            .sum();
    return offered().filter(most -> wanted > most).map(most -> finding(wanted, most));
  }

  /** A little less in truth, as the system of the instance needs memory too. */
  private Optional<Long> offered() {
    var parameter = database.parameters().get(PARAMETER);
    return parameter == null ? byClass() : number(parameter);
  }

  private Optional<Long> byClass() {
    return InstanceMemory.of(database.instanceClass())
        .map(memory -> Math.min(memory * MIB / BYTES_EACH, MOST_BY_DEFAULT));
  }

  /** It may be a formula, which RDS alone can tell the value of. */
  private static Optional<Long> number(String text) {
    return Optional.of(text).filter(it -> it.matches("[0-9]{1,9}")).map(Long::parseLong);
  }

  private SizingFinding finding(long wanted, long most) {
    return new SizingFinding(
        Reason.CONNECTIONS_SHORT,
        ("With all the pods that scaling allows, tiers hold %d connections to the database, which"
                + " takes about %d (%s); allow fewer pods, set databaseConnections to what a pod"
                + " really holds, put a connection pooler in between, or take a larger class.")
            .formatted(wanted, most, source()));
  }

  private String source() {
    return database.parameters().containsKey(PARAMETER)
        ? PARAMETER
        : "by the memory of " + database.instanceClass();
  }
}
