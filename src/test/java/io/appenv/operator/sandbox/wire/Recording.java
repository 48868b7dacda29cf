package io.appenv.operator.sandbox.wire;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/** What crossed the wires, in order of arrival. */
public final class Recording {

  /**
   * One request and what became of it.
   *
   * @param status HTTP status of the answer that reached the caller; 0 when none did
   * @param bytes size of that answer; 0 for a stream that is still open
   */
  public record Entry(Call call, int status, long bytes) {

    @Override
    public String toString() {
      return call + " -> " + status;
    }
  }

  private final AtomicLong numbers = new AtomicLong();
  private final ConcurrentLinkedQueue<Entry> entries = new ConcurrentLinkedQueue<>();

  private final Set<String> words = ConcurrentHashMap.newKeySet();
  private final ConcurrentLinkedQueue<Call> found = new ConcurrentLinkedQueue<>();

  /** Has the bodies of all requests from now on looked through for these words. */
  public void seek(Collection<String> sought) {
    words.addAll(sought);
  }

  /** The requests in which one of them stood. */
  public List<Call> found() {
    return List.copyOf(found);
  }

  void look(Call call, Request request) {
    if (!words.isEmpty() && words.stream().anyMatch(request.text()::contains)) {
      found.add(call);
    }
  }

  long nextNumber() {
    return numbers.incrementAndGet();
  }

  void add(Entry entry) {
    entries.add(entry);
  }

  /** A position in the recording: give it back to see what came later. */
  public long mark() {
    return numbers.get();
  }

  /** What arrived after the mark and has been answered, in order of arrival. */
  public List<Entry> since(long mark) {
    return since(mark, call -> true);
  }

  public List<Entry> since(long mark, Predicate<Call> which) {
    return entries.stream()
        .filter(entry -> entry.call().number() > mark && which.test(entry.call()))
        .sorted((one, other) -> Long.compare(one.call().number(), other.call().number()))
        .toList();
  }

  public List<Entry> writesSince(long mark) {
    return since(mark, Call::isWrite);
  }

  /** Forgets everything, so that a long benchmark needs no memory for what it has counted. */
  public void clear() {
    entries.clear();
  }
}
