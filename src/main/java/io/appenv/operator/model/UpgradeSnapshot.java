package io.appenv.operator.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A snapshot that was taken before an upgrade to another major version. A later attempt takes one
 * of its own, so they are numbered.
 *
 * @param isRecent taken within the last day, thus in the window that is open, which is shorter
 */
public record UpgradeSnapshot(int number, DataSnapshot snapshot, boolean isRecent) {

  /** A window opens once a week and is shorter than a day. */
  private static final Duration RECENT = Duration.ofDays(1);

  /** The name of one of them; at most 70 characters, as the prefix has 61 at most. */
  public static String name(String prefix, int number) {
    return prefix + "-" + number;
  }

  /**
   * Those that are there, without a gap in their numbers.
   *
   * @param at when they were listed
   */
  static List<UpgradeSnapshot> find(String prefix, Map<String, DataSnapshot> all, Instant at) {
    var found = new ArrayList<UpgradeSnapshot>();
    var next = Optional.ofNullable(all.get(name(prefix, 1)));
    while (next.isPresent()) {
      var number = found.size() + 1;
      found.add(new UpgradeSnapshot(number, next.get(), isRecent(next.get(), at)));
      next = Optional.ofNullable(all.get(name(prefix, number + 1)));
    }
    return List.copyOf(found);
  }

  /** AWS may not tell the time of one that is being taken. */
  private static boolean isRecent(DataSnapshot snapshot, Instant at) {
    return snapshot
        .createdAt()
        .map(it -> it.isAfter(at.minus(RECENT)))
        .orElse(snapshot.status().equals("creating"));
  }
}
