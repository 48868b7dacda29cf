package io.appenv.operator.testing;

import io.appenv.operator.sandbox.wire.Call;
import io.appenv.operator.sandbox.wire.Fault;
import io.appenv.operator.sandbox.wire.Recording;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/**
 * One moment at which the operator dies.
 *
 * @param request what it was asking for, with names taken out
 * @param occurrence the how manieth such request of the phase, from 1
 * @param isWrite whether it changes something where it arrives
 * @param side before it arrived, or after it was carried out and before the answer
 */
public record KillPoint(String request, int occurrence, boolean isWrite, Side side) {

  /** Of the request. */
  public enum Side {
    BEFORE,
    AFTER
  }

  /**
   * Every point of a recorded phase: before and after each write, and at the first of each read. A
   * read changes nothing where it arrives, so dying before it and before its answer is one and the
   * same; and the same read made again while something is awaited finds nothing else to break. Nor
   * does a status written again and again: who dies before it leaves what was there after the write
   * before it, and who dies after it what is there before the next. An event changes nothing at
   * all. Objects of one kind are made, changed and deleted one like the other: the first of each
   * kind of call stands for all. And who dies at a read or before a write leaves what was there
   * after the write before it. What is left out is left to a whole run.
   */
  public static List<KillPoint> of(List<Recording.Entry> phase, EnvironmentUnderTest environment) {
    var counts = new HashMap<String, Integer>();
    var alike = new HashSet<String>();
    var points = new ArrayList<KillPoint>();
    for (var entry : phase) {
      if (isOfAnother(entry.call(), environment)) {
        continue;
      }
      var request = masked(entry.call(), environment);
      var occurrence = counts.merge(request, 1, Integer::sum);
      var isWrite = entry.call().isWrite();
      if (occurrence > mostOf(entry.call()) || isOneOfMany(entry.call(), alike)) {
        continue;
      }
      if (FaultScope.isWhole() || points.isEmpty()) {
        points.add(new KillPoint(request, occurrence, isWrite, Side.BEFORE));
      }
      if (isWrite) {
        points.add(new KillPoint(request, occurrence, true, Side.AFTER));
      }
    }
    return points;
  }

  private static int mostOf(Call call) {
    return call.isWrite() ? Integer.MAX_VALUE : 1;
  }

  private static boolean isOneOfMany(Call call, Set<String> alike) {
    return call.isWrite() && !alike.add(call.operation()) && !FaultScope.isWhole();
  }

  /** Whether every run has it: writes are made, reads may be saved or made again. */
  public boolean isCertain() {
    return occurrence == 1 && isWrite;
  }

  /** The fault that lets the event happen here. */
  public Fault fault(Runnable event) {
    return switch (side) {
      case BEFORE -> new Fault.Before(event);
      case AFTER -> new Fault.After(event);
    };
  }

  /** Recognises the request, counting from when this is called. */
  public Predicate<Call> matcher(EnvironmentUnderTest environment) {
    var seen = new AtomicInteger();
    return call ->
        masked(call, environment).equals(request) && seen.incrementAndGet() == occurrence;
  }

  /** What another test left behind, and the operator still works at. */
  private static boolean isOfAnother(Call call, EnvironmentUnderTest environment) {
    return EnvironmentUnderTest.NAMESPACE
        .matcher(call.signature())
        .results()
        .anyMatch(it -> !it.group().equals(environment.namespace()));
  }

  private static String masked(Call call, EnvironmentUnderTest environment) {
    return new Masking(environment.namespace(), Optional.empty()).mask(call.signature());
  }

  @Override
  public String toString() {
    return "%s %s (%d)".formatted(side.name().toLowerCase(Locale.ROOT), request, occurrence);
  }
}
