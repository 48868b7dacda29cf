package io.appenv.operator.sandbox.background;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;

/** One line a step, with the time since the beginning, and a sign of life during long steps. */
final class StartDisplay {

  private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(30);

  private final PrintStream out;
  private final boolean isTerminal;
  private final Instant start = Instant.now();
  private String step = "starting";
  private Instant lastLine = start;

  StartDisplay(PrintStream out, boolean isTerminal) {
    this.out = out;
    this.isTerminal = isTerminal;
  }

  static StartDisplay ofThisTerminal() {
    var console = System.console();
    return new StartDisplay(System.out, console != null && console.isTerminal());
  }

  void step(String text) {
    erase();
    step = text;
    print(text);
  }

  /** To be called often: the step that was shown last still goes on. */
  void tick() {
    if (isTerminal) {
      out.printf("\r%6s  ...", elapsed());
      out.flush();
    } else if (Duration.between(lastLine, Instant.now()).compareTo(SIGN_OF_LIFE) > 0) {
      print("... " + step);
    }
  }

  void end() {
    erase();
    out.flush();
  }

  private void print(String text) {
    out.printf("%6s  %s%n", elapsed(), text);
    lastLine = Instant.now();
  }

  private void erase() {
    if (isTerminal) {
      out.print("\r             \r");
    }
  }

  private String elapsed() {
    var elapsed = Duration.between(start, Instant.now());
    return "%d:%02d".formatted(elapsed.toMinutes(), elapsed.toSecondsPart());
  }
}
