package io.appenv.operator.demo;

import java.util.ArrayDeque;
import java.util.Deque;

/** What this process started, stopped in the opposite order, once. */
final class Started {

  private final Deque<Runnable> stops = new ArrayDeque<>();
  private boolean isOver;

  /** What is started while everything is being stopped is stopped at once. */
  synchronized void add(Runnable stop) {
    if (isOver) {
      stop.run();
    } else {
      stops.push(stop);
    }
  }

  synchronized void stopAll() {
    isOver = true;
    while (!stops.isEmpty()) {
      stops.pop().run();
    }
  }
}
