package io.appenv.operator.sandbox.emulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The AUTH tokens that a replication group takes, the last one given at the end; the first of a
 * group that has none, or whose is not known, is the empty one. ElastiCache takes two at most:
 * ROTATE adds one and drops the oldest of three, SET leaves the one that was rotated to last.
 */
record Tokens(List<String> valid) {

  private static final String NONE = "";
  private static final int MOST = 2;

  Tokens {
    valid = List.copyOf(valid);
  }

  static Tokens of(Optional<String> first) {
    return new Tokens(List.of(first.orElse(NONE)));
  }

  /** Why AWS refuses a change to this token; empty where it takes it. */
  Optional<String> refusal(String token, String strategy) {
    return switch (strategy) {
      case "ROTATE" ->
          valid.contains(token)
              ? Optional.of("The AUTH token must not be one that the group has.")
              : Optional.empty();
      case "SET" ->
          valid.size() == MOST && valid.getLast().equals(token)
              ? Optional.empty()
              : Optional.of("SET is allowed only after ROTATE, with the token rotated to.");
      default -> Optional.of("AuthTokenUpdateStrategy " + strategy + " is not known.");
    };
  }

  /** Whether there is one at all. */
  boolean areKnown() {
    return !valid.equals(List.of(NONE));
  }

  Tokens changed(String token, String strategy) {
    if (strategy.equals("SET")) {
      return new Tokens(List.of(token));
    }
    var all = new ArrayList<>(valid);
    all.add(token);
    return new Tokens(all.subList(Math.max(0, all.size() - MOST), all.size()));
  }
}
