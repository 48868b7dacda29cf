package io.appenv.operator.sandbox.wire;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** One open watch: passes its events on, one a line, and lets happen to them what shall. */
final class WatchStream implements AutoCloseable {

  private static final long LATE_MILLIS = 700;

  private static final String EXPIRED =
      """
      {"type":"ERROR","object":{"kind":"Status","apiVersion":"v1","metadata":{},"status":"Failure",\
      "message":"too old resource version","reason":"Expired","code":410}}""";

  private record Held(String target, String line) {}

  private final Call call;
  private final InputStream body;
  private final OutputStream out;
  private final Watches watches;
  private final Queue<Held> held = new ArrayDeque<>();
  private final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor();

  /** Targets of events on their way, one for each event. */
  private final List<String> late = new ArrayList<>();

  private boolean lost;
  private long bytes;

  WatchStream(Call call, InputStream body, OutputStream out, Watches watches) {
    this.call = call;
    this.body = body;
    this.out = out;
    this.watches = watches;
  }

  /** Passes on until either side ends it. */
  void pump() throws IOException {
    var lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
    for (var line = lines.readLine(); line != null; line = lines.readLine()) {
      pass(line);
    }
  }

  private synchronized void pass(String line) throws IOException {
    if (watches.areUndisturbed() && held.isEmpty() && late.isEmpty()) {
      write(line);
      return;
    }
    var event = WatchEvent.read(call, line);
    switch (watches.strike(event).orElseGet(() -> afterwards(event))) {
      case NOTHING -> write(line);
      case HOLD -> held.add(new Held(event.target(), line));
      case LOSE -> lost = true;
      case REPEAT -> {
        write(line);
        write(line);
      }
      case LATE -> delay(event.target(), line);
    }
  }

  /** What has just been let go must not be overtaken by a later event of the same object. */
  private Mishap afterwards(WatchEvent event) {
    if (held.stream().anyMatch(it -> it.target().equals(event.target()))) {
      release();
    }
    return late.contains(event.target()) ? Mishap.LATE : Mishap.NOTHING;
  }

  private void delay(String target, String line) {
    late.add(target);
    later.schedule(() -> writeLate(target, line), LATE_MILLIS, TimeUnit.MILLISECONDS);
  }

  private synchronized void writeLate(String target, String line) {
    late.remove(target);
    writeOrEnd(line);
  }

  private void write(String line) throws IOException {
    var text = (line + "\n").getBytes(StandardCharsets.UTF_8);
    out.write(text);
    out.flush();
    bytes += text.length;
  }

  private synchronized void writeOrEnd(String line) {
    try {
      write(line);
    } catch (IOException gone) {
      end();
    }
  }

  /** Lets go what was held. */
  synchronized void release() {
    while (!held.isEmpty()) {
      writeOrEnd(held.remove().line());
    }
  }

  synchronized boolean hasLost() {
    return lost;
  }

  void expire() {
    writeOrEnd(EXPIRED);
    end();
  }

  /** The pump then reads no more. */
  void end() {
    try {
      body.close();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  synchronized long bytes() {
    return bytes;
  }

  @Override
  public void close() throws IOException {
    watches.forget(this);
    later.shutdownNow();
    body.close();
  }
}
