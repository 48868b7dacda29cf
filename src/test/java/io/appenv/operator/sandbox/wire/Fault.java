package io.appenv.operator.sandbox.wire;

import java.time.Duration;
import java.util.function.BiFunction;
import java.util.function.Function;

/** What goes wrong with one request. */
public sealed interface Fault {

  /** It does not arrive; the caller is answered by something in between. */
  record Refuse(Function<Call, Answer> answer) implements Fault {}

  /** It does not arrive, and the connection ends. */
  record LoseRequest() implements Fault {}

  /** It arrives and is carried out, and the connection ends before the answer. */
  record LoseAnswer() implements Fault {}

  /** It arrives and is carried out, but the answer says something else. */
  record Misreport(Function<Call, Answer> answer) implements Fault {}

  /** It arrives and is carried out, but the answer is changed on its way. */
  record Alter(BiFunction<Call, Answer, Answer> change) implements Fault {}

  /** It arrives late. */
  record Delay(Duration duration) implements Fault {}

  /** Something happens to the caller before it arrives, so that it never does. */
  record Before(Runnable event) implements Fault {}

  /** It arrives and is carried out, and something happens to the caller before the answer. */
  record After(Runnable event) implements Fault {}

  /** AWS asks to slow down. */
  static Fault throttle() {
    return new Refuse(call -> Errors.aws(call, 400, "Throttling", "Rate exceeded"));
  }

  /** AWS refuses with this code. */
  static Fault awsError(int status, String code, String message) {
    return new Refuse(call -> Errors.aws(call, status, code, message));
  }

  /** The API server refuses with this code. */
  static Fault kubernetesError(int status, String reason) {
    return new Refuse(call -> Errors.kubernetes(status, reason));
  }

  /** The request is carried out, but the caller is told of an internal error. */
  static Fault errorAfterCommit() {
    return new Misreport(
        call ->
            switch (call.wire()) {
              case AWS -> Errors.aws(call, 500, "InternalFailure", "An internal error occurred.");
              case KUBERNETES -> Errors.kubernetes(500, "InternalError");
            });
  }
}
