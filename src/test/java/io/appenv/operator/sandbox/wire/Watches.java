package io.appenv.operator.sandbox.wire;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** The watches that are open, and what goes wrong with their events. */
public final class Watches {

  private final List<WatchStream> open = new CopyOnWriteArrayList<>();
  private final List<Rule> rules = new CopyOnWriteArrayList<>();

  WatchStream open(Call call, InputStream body, OutputStream out) {
    var stream = new WatchStream(call, body, out, this);
    open.add(stream);
    return stream;
  }

  void forget(WatchStream stream) {
    open.remove(stream);
  }

  /** Strikes every event that fits, of watches that are open or will be, until closed. */
  public Faults.Rule begin(Predicate<WatchEvent> which, Mishap mishap) {
    var rule = new Rule(which, mishap);
    rules.add(rule);
    return rule;
  }

  /** Ends the connections of all open watches; tells how many. */
  public int breakOff() {
    var ended = List.copyOf(open);
    ended.forEach(WatchStream::end);
    return ended.size();
  }

  /** Tells every open watch that its version is too old, and ends it; tells how many. */
  public int expire() {
    var ended = List.copyOf(open);
    ended.forEach(WatchStream::expire);
    return ended.size();
  }

  boolean areUndisturbed() {
    return rules.isEmpty();
  }

  /** What happens to this event, if anything. */
  Optional<Mishap> strike(WatchEvent event) {
    return rules.stream().filter(rule -> rule.which.test(event)).findFirst().map(Rule::strike);
  }

  private final class Rule implements Faults.Rule {
    private final Predicate<WatchEvent> which;
    private final Mishap mishap;
    private final AtomicInteger struck = new AtomicInteger();

    private Rule(Predicate<WatchEvent> which, Mishap mishap) {
      this.which = which;
      this.mishap = mishap;
    }

    private Mishap strike() {
      struck.incrementAndGet();
      return mishap;
    }

    @Override
    public int applied() {
      return struck.get();
    }

    /** What was held goes on its way; what was lost can be found by a new list only. */
    @Override
    public void close() {
      rules.remove(this);
      switch (mishap) {
        case HOLD -> open.forEach(WatchStream::release);
        case LOSE -> open.stream().filter(WatchStream::hasLost).forEach(WatchStream::expire);
        case NOTHING, REPEAT, LATE -> {}
      }
    }
  }
}
