package io.appenv.operator.sandbox.emulation;

import io.appenv.operator.sandbox.wire.Answer;
import io.appenv.operator.sandbox.wire.Call;
import io.appenv.operator.sandbox.wire.Errors;
import io.appenv.operator.sandbox.wire.Request;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** AWS refuses what was signed at another time: five minutes either way are passed over. */
record Signatures(InstantSource clock) {

  private static final Duration TOLERANCE = Duration.ofMinutes(5);
  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  /** The refusal, if it is one of those. */
  Optional<Answer> refusal(Call call, Request request) {
    return request
        .header("X-Amz-Date")
        .map(date -> FORM.parse(date, Instant::from))
        .filter(this::isElsewhen)
        .map(signed -> refuse(call, signed));
  }

  private boolean isElsewhen(Instant signed) {
    return Duration.between(signed, clock.instant()).abs().compareTo(TOLERANCE) > 0;
  }

  private static Answer refuse(Call call, Instant signed) {
    return call.service().equals("ec2")
        ? Errors.aws(call, 400, "RequestExpired", "Request has expired.")
        : Errors.aws(
            call,
            403,
            "SignatureDoesNotMatch",
            "Signature expired or not yet current: " + FORM.format(signed));
  }
}
