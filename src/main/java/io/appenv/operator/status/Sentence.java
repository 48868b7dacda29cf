package io.appenv.operator.status;

import io.appenv.operator.model.Failure;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a condition says: a text and, behind it, what AWS called it.
 *
 * <p>A failure that goes on has a new request id at every attempt. The id that was written first
 * stays, because it is as good for a support case, and a status that changed at every attempt would
 * write without end.
 */
record Sentence(String text, Optional<Failure.AwsError> cause) {

  static Sentence of(String text) {
    return new Sentence(text, Optional.empty());
  }

  static Sentence of(Failure failure) {
    return new Sentence(failure.message(), failure.cause());
  }

  static Sentence ofAll(List<? extends Failure> failures) {
    if (failures.size() == 1) {
      return of(failures.getFirst());
    }
    return of(failures.stream().map(Failure::message).distinct().collect(Collectors.joining(". ")));
  }

  Sentence after(String introduction) {
    return new Sentence(introduction + text, cause);
  }

  /** What AWS called it stays behind the last of them. */
  Sentence and(List<String> more) {
    return new Sentence(
        Stream.concat(Stream.of(text), more.stream()).collect(Collectors.joining(" ")), cause);
  }

  /** The former wording where it differs in nothing but the request id. */
  String given(String former) {
    return cause.isPresent() && former.startsWith(stem()) && former.endsWith(")")
        ? former
        : text + cause.map(Sentence::suffix).orElse("");
  }

  private String stem() {
    return text + cause.map(Sentence::code).orElse("");
  }

  private static String code(Failure.AwsError error) {
    return " (AWS: " + error.code();
  }

  private static String suffix(Failure.AwsError error) {
    var request = error.requestId().isBlank() ? "" : ", request id " + error.requestId();
    return code(error) + request + ")";
  }
}
