package io.appenv.operator.sandbox.emulation;

import io.appenv.operator.sandbox.wire.Answer;
import io.appenv.operator.sandbox.wire.Call;
import io.appenv.operator.sandbox.wire.Emulation;
import io.appenv.operator.sandbox.wire.Request;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;

/**
 * What the emulator lacks: states that take time, what waits for the maintenance window, refusals,
 * and calls it does not know or gets wrong.
 *
 * <p>What the emulator holds stays what counts. A change made by hand, straight to the emulator, is
 * seen. Only what it cannot hold is kept here: of a replication group its engine version, windows
 * and number of nodes. Whatever ElastiCache has deleted it keeps for ever; ask the recorded way to
 * AWS, not the emulator, whether a cache is gone.
 */
public final class AwsEmulation implements Emulation {

  private final Gate databaseGate = new Gate();
  private final Gate cacheGate = new Gate();
  private final DatabaseEmulation databases;
  private final CacheEmulation caches;
  private final StorageEmulation storage = new StorageEmulation();
  private final Signatures signatures;

  AwsEmulation(Pace pace, InstantSource clock) {
    this.databases = new DatabaseEmulation(pace, clock);
    this.caches = new CacheEmulation(pace, clock);
    this.signatures = new Signatures(clock);
  }

  /** With states that take as long as the pace says. */
  public static AwsEmulation at(Pace pace) {
    return new AwsEmulation(pace, InstantSource.system());
  }

  /** States to make RDS report. */
  public ReportedStates databases() {
    return databases.reported();
  }

  /** States to make ElastiCache report. */
  public ReportedStates caches() {
    return caches.reported();
  }

  /** Lets upgrades of an RDS instance to another major version fail. */
  public void failUpgradesOf(String identifier) {
    databases.failUpgradesOf(identifier);
  }

  /** AWS applies, in every region, what it holds for the maintenance window. */
  public void openMaintenanceWindow() {
    try {
      databaseGate.pass(
          true,
          () -> {
            databases.openMaintenanceWindow();
            return Answer.of(200, "text/plain", "");
          });
      cacheGate.pass(
          true,
          () -> {
            caches.openMaintenanceWindow();
            return Answer.of(200, "text/plain", "");
          });
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Override
  public Answer answer(Call call, Request request, Emulator emulator) throws IOException {
    var refusal = signatures.refusal(call, request);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    var exchange = new Exchange(call, request, emulator);
    return switch (call.service()) {
      case "rds" -> databaseGate.pass(call.isWrite(), () -> databases.answer(exchange));
      case "s3" -> storage.answer(exchange);
      case "elasticache" -> cacheGate.pass(call.isWrite(), () -> caches.answer(exchange));
      default -> exchange.pass();
    };
  }
}
