package io.appenv.operator.sandbox.emulation;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * States that a test makes AWS report, such as {@code storage-full}. They win over all others, and
 * calls are accepted or refused as AWS does in the reported state.
 */
public final class ReportedStates {

  private final Map<String, String> states = new ConcurrentHashMap<>();

  /** Until cleared; for an instance, replication group or snapshot of this service. */
  public void report(String identifier, String status) {
    states.put(identifier.toLowerCase(Locale.ROOT), status);
  }

  /** Back to what is so. */
  public void clear(String identifier) {
    states.remove(identifier.toLowerCase(Locale.ROOT));
  }

  public void clear() {
    states.clear();
  }

  Optional<String> of(String identifier) {
    return Optional.ofNullable(states.get(identifier.toLowerCase(Locale.ROOT)));
  }
}
