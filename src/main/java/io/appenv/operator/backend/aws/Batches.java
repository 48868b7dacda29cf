package io.appenv.operator.backend.aws;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What is asked for many at a time. */
final class Batches {

  private Batches() {}

  /** All of these in lists of at most so many. */
  static <T> List<List<T>> of(Collection<T> all, int most) {
    var rest = List.copyOf(all);
    var batches = new ArrayList<List<T>>();
    for (var first = 0; first < rest.size(); first += most) {
      batches.add(rest.subList(first, Math.min(first + most, rest.size())));
    }
    return batches;
  }
}
