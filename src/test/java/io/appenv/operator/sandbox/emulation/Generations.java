package io.appenv.operator.sandbox.emulation;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Names under which moto keeps what it can neither delete nor replace: what takes the place of
 * something deleted gets another name there. An identifier never has two hyphens in a row, so the
 * ending is not mistaken for part of one. The first generation has the plain name.
 */
final class Generations {

  private static final String ENDING = "--g";

  private final Map<Key, Integer> current = new ConcurrentHashMap<>();

  /** The name in moto. */
  String alias(Key key) {
    return name(key, current.getOrDefault(key, 1));
  }

  /** The name that something new would have in moto. */
  String upcoming(Key key) {
    return name(key, current.getOrDefault(key, 1) + 1);
  }

  private static String name(Key key, int generation) {
    return generation == 1 ? key.name() : key.name() + ENDING + generation;
  }

  /** What has this name from now on is something new. */
  String next(Key key) {
    current.merge(key, 2, (now, _) -> now + 1);
    return alias(key);
  }

  boolean isCurrent(Key key, String alias) {
    return alias(key).equalsIgnoreCase(alias);
  }

  /** A text of moto with the names AWS would show. */
  static String plain(String text) {
    return text.contains(ENDING) ? text.replaceAll(ENDING + "\\d+", "") : text;
  }
}
