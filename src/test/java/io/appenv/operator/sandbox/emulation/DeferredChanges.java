package io.appenv.operator.sandbox.emulation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Divides a modification into what happens now and what AWS holds for the maintenance window.
 *
 * @param now parameters to pass on
 * @param pending what is held afterwards, from this call and from those before
 */
record DeferredChanges(Map<String, String> now, Map<String, String> pending) {

  private static final String IMMEDIATELY = "ApplyImmediately";

  /**
   * ApplyImmediately also applies what was pending from before. Without it, the current value sent
   * again takes a pending one back.
   *
   * @param deferrable parameters that wait for the window unless AWS is told otherwise
   * @param current the value in force of a parameter
   */
  static DeferredChanges of(
      Map<String, String> requested,
      Map<String, String> pendingBefore,
      Set<String> deferrable,
      UnaryOperator<String> current) {
    var now = new LinkedHashMap<String, String>();
    var pending = new LinkedHashMap<String, String>();
    if ("true".equalsIgnoreCase(requested.get(IMMEDIATELY))) {
      now.putAll(pendingBefore);
      now.putAll(requested);
      return new DeferredChanges(now, pending);
    }
    pending.putAll(pendingBefore);
    requested.forEach(
        (name, value) -> {
          if (!deferrable.contains(name)) {
            now.put(name, value);
          } else if (value.equals(current.apply(name))) {
            pending.remove(name);
          } else {
            pending.put(name, value);
          }
        });
    return new DeferredChanges(now, pending);
  }
}
