package io.appenv.operator.status;

import io.appenv.operator.api.v1alpha1.AppEnvironmentStatus;
import io.appenv.operator.api.v1alpha1.RequestsStatus;
import io.appenv.operator.model.Reason;
import io.appenv.operator.model.RequestFinding;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is known of requests, as it is written down. */
public final class RequestRecord {

  private RequestRecord() {}

  static RequestsStatus write(RequestFinding finding) {
    return new RequestsStatus(
        finding.source(),
        finding.reason().word(),
        finding.message().isEmpty() ? null : finding.message());
  }

  /**
   * What was known last of a tier whose number comes from the same source: an operator that has
   * just started has nothing newer to say.
   */
  public static Optional<RequestFinding> read(
      @Nullable AppEnvironmentStatus status, String tier, String source) {
    return Optional.ofNullable(status).stream()
        .flatMap(it -> it.tiers().stream())
        .filter(row -> row.name().equals(tier))
        .flatMap(row -> Optional.ofNullable(row.requests()).stream())
        .filter(row -> source.equals(row.source()))
        .flatMap(row -> finding(tier, row).stream())
        .findFirst();
  }

  private static Optional<RequestFinding> finding(String tier, RequestsStatus row) {
    return Arrays.stream(Reason.values())
        .filter(reason -> reason.word().equals(row.reason()))
        .map(
            reason ->
                new RequestFinding(
                    tier, row.source(), reason, Optional.ofNullable(row.message()).orElse("")))
        .findFirst();
  }
}
