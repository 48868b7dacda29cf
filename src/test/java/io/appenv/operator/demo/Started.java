package io.appenv.operator.demo;

import java.util.ArrayDeque;
import java.util.Deque;

/** What this process started, stopped in the opposite order, once. */
final class Started {

  private final Deque<Stop> stops = new ArrayDeque<>();
  private boolean isOver;

  private record Stop(String what, Runnable action) {

    void run() {
      System.out.println("Stopping " + what + ".");
      action.run();
    }
  }

  /** What is started while everything is being stopped is stopped at once. */
  synchronized void add(String what, Runnable action) {
    var stop = new Stop(what, action);
    if (isOver) {
      stop.run();
    } else {
      stops.push(stop);
    }
  }

  synchronized void stopAll() {
    isOver = true;
    System.out.println();
    while (!stops.isEmpty()) {
      stops.pop().run();
    }
  }
}
