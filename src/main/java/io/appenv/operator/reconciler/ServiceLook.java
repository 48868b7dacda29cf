package io.appenv.operator.reconciler;

import io.appenv.operator.model.Component;
import io.appenv.operator.model.Failure;
import io.appenv.operator.model.FailureException;
import io.appenv.operator.model.Listed;
import io.appenv.operator.model.Listing;
import io.appenv.operator.model.Reason;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** The listings of one service in one sweep, each with an outcome of its own. */
final class ServiceLook {

  private static final Logger LOG = Logger.getLogger(ServiceLook.class);

  private final Component part;
  private final boolean wanted;
  private final Instant startedAt;
  private Optional<Failure> unreachable = Optional.empty();

  ServiceLook(Component part, boolean wanted, Instant startedAt) {
    this.part = part;
    this.wanted = wanted;
    this.startedAt = startedAt;
  }

  /** The same service for a listing that only some ask for. */
  ServiceLook ifWanted(Set<Component> parts) {
    return ifWanted(parts.contains(part));
  }

  ServiceLook ifWanted(boolean byAnybody) {
    var narrowed = new ServiceLook(part, wanted && byAnybody, startedAt);
    narrowed.unreachable = unreachable;
    return narrowed;
  }

  /**
   * @param anew otherwise a complete listing is taken over
   */
  <T> Listing<Map<String, T>> list(
      Listing<Map<String, T>> before, boolean anew, Supplier<Listed<T>> call) {
    return look(
        before,
        anew,
        () -> {
          var listed = call.get();
          return new Listing.Complete<>(listed.found(), startedAt, listed.refused());
        });
  }

  /** The same of what is there once. */
  <T> Listing<T> find(Listing<T> before, boolean anew, Supplier<T> call) {
    return look(before, anew, () -> new Listing.Complete<>(call.get(), startedAt));
  }

  private <T> Listing<T> look(Listing<T> before, boolean anew, Supplier<Listing.Complete<T>> call) {
    if (!wanted) {
      return Listing.unlisted();
    }
    if (!anew && before instanceof Listing.Complete<T>) {
      return before;
    }
    // A service that does not answer would let every further listing run into its time limit.
    return unreachable
        .map(failure -> before.failed(failure, startedAt))
        .orElseGet(() -> attempt(before, call));
  }

  private <T> Listing<T> attempt(Listing<T> before, Supplier<Listing.Complete<T>> call) {
    try {
      return call.get();
    } catch (FailureException refused) {
      unreachable = Optional.of(refused.failure()).filter(it -> it.reason() == Reason.UNREACHABLE);
      return before.failed(refused.failure(), startedAt);
    } catch (RuntimeException unexpected) {
      LOG.errorf(unexpected, "A listing of %s failed unexpectedly", part);
      return before.failed(
          new Failure.Recoverable(
              part,
              Reason.UPSTREAM_ERROR,
              "Reading AWS failed with %s; the operator's log has the details."
                  .formatted(unexpected.getClass().getSimpleName())),
          startedAt);
    }
  }
}
