package io.appenv.operator.bench;

import io.appenv.operator.sandbox.wire.Call;
import io.appenv.operator.sandbox.wire.Recording;
import io.appenv.operator.sandbox.wire.Wire;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Requests of the operator within a time, by what they asked for.
 *
 * @param kubernetes to the API server, the most frequent first; watches count when they are opened
 * @param aws to AWS, the most frequent first
 * @param refused answers of 400 and more, of both
 */
record Traffic(
    Map<String, Long> kubernetes,
    Map<String, Long> aws,
    long kubernetesWrites,
    long awsWrites,
    Map<String, Long> refused) {

  private static final int BAD_REQUEST = 400;

  static Traffic of(List<Recording.Entry> entries) {
    return new Traffic(
        count(entries, call -> call.wire() == Wire.KUBERNETES),
        count(entries, call -> call.wire() == Wire.AWS),
        writes(entries, Wire.KUBERNETES),
        writes(entries, Wire.AWS),
        byFrequency(
            entries.stream().filter(entry -> entry.status() >= BAD_REQUEST).toList(),
            entry -> entry.call().operation() + " -> " + entry.status()));
  }

  private static long writes(List<Recording.Entry> entries, Wire wire) {
    return entries.stream()
        .filter(entry -> entry.call().wire() == wire && entry.call().isWrite())
        .count();
  }

  private static Map<String, Long> count(List<Recording.Entry> entries, Predicate<Call> which) {
    return byFrequency(
        entries.stream().filter(entry -> which.test(entry.call())).toList(),
        entry -> entry.call().operation());
  }

  private static Map<String, Long> byFrequency(
      List<Recording.Entry> entries, Function<Recording.Entry, String> name) {
    return entries.stream()
        .collect(Collectors.groupingBy(name, Collectors.counting()))
        .entrySet()
        .stream()
        .sorted(
            Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, LinkedHashMap::new));
  }

  long kubernetesTotal() {
    return total(kubernetes);
  }

  long awsTotal() {
    return total(aws);
  }

  private static long total(Map<String, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }
}
