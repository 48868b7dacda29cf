package io.appenv.operator.sandbox.background;

import java.util.Optional;

/** How the process that holds the sandbox tells the one that a person watches, through its log. */
enum Messages {
  STEP("sandbox: "),
  FAILURE("sandbox failed: ");

  private final String prefix;

  Messages(String prefix) {
    this.prefix = prefix;
  }

  void say(String text) {
    text.lines().forEach(line -> System.out.println(prefix + line));
  }

  /** What a line of the log says, if it is of this kind. */
  Optional<String> read(String line) {
    return line.startsWith(prefix)
        ? Optional.of(line.substring(prefix.length()))
        : Optional.empty();
  }
}
