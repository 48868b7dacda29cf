package io.appenv.operator.sandbox.wire;

import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** The faults in force. The first that fits a request and is not used up applies to it. */
public final class Faults {

  /** Ends what it stands for. */
  public interface Rule extends AutoCloseable {

    /** How many requests it was applied to so far. */
    int applied();

    @Override
    void close();
  }

  private final ConcurrentLinkedQueue<CountedRule> rules = new ConcurrentLinkedQueue<>();

  /** Applies to every request that fits, until closed. */
  public Rule always(Predicate<Call> when, Fault fault) {
    return times(Integer.MAX_VALUE, when, fault);
  }

  /** Applies to the next request that fits. */
  public Rule once(Predicate<Call> when, Fault fault) {
    return times(1, when, fault);
  }

  /** Applies to the next few requests that fit. */
  public Rule times(int times, Predicate<Call> when, Fault fault) {
    var rule = new CountedRule(when, fault, times);
    rules.add(rule);
    return rule;
  }

  /** Ends all rules. */
  public void clear() {
    rules.clear();
  }

  Optional<Fault> next(Call call) {
    for (Iterator<CountedRule> remaining = rules.iterator(); remaining.hasNext(); ) {
      var rule = remaining.next();
      if (rule.when.test(call) && rule.use()) {
        return Optional.of(rule.fault);
      }
    }
    return Optional.empty();
  }

  private final class CountedRule implements Rule {
    private final Predicate<Call> when;
    private final Fault fault;
    private final int times;
    private final AtomicInteger used = new AtomicInteger();

    private CountedRule(Predicate<Call> when, Fault fault, int times) {
      this.when = when;
      this.fault = fault;
      this.times = times;
    }

    private boolean use() {
      return used.getAndUpdate(count -> Math.min(count + 1, times)) < times;
    }

    @Override
    public int applied() {
      return used.get();
    }

    @Override
    public void close() {
      rules.remove(this);
    }
  }
}
