package io.appenv.operator.scaling;

import io.appenv.operator.api.v1alpha1.Readiness;
import io.appenv.operator.api.v1alpha1.ScaleOverrideStatus;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is told as an event of an override.
 *
 * @param type Normal or Warning, as Kubernetes has it
 */
public record OverrideNews(String type, String reason, String message) {

  private static final String NORMAL = "Normal";
  private static final String WARNING = "Warning";

  /** What is new in a status, each turn once. */
  public static Stream<OverrideNews> between(
      @Nullable ScaleOverrideStatus former, ScaleOverrideStatus current) {
    return Stream.of(turn(former, current), arrival(former, current)).flatMap(Optional::stream);
  }

  /** That its time has not come yet is no news. */
  private static Optional<OverrideNews> turn(
      @Nullable ScaleOverrideStatus former, ScaleOverrideStatus current) {
    var phase = current.phase();
    if (phase == null || (former != null && former.phase() == phase)) {
      return Optional.empty();
    }
    return switch (phase) {
      case Pending -> Optional.empty();
      case Prewarming, Active ->
          Optional.of(news(NORMAL, phase.name(), "In force until " + current.end() + "."));
      case Expired -> Optional.of(news(NORMAL, phase.name(), said(current)));
      case Refused -> Optional.of(news(WARNING, phase.name(), said(current)));
    };
  }

  private static Optional<OverrideNews> arrival(
      @Nullable ScaleOverrideStatus former, ScaleOverrideStatus current) {
    var readiness = current.readiness();
    if (readiness == null || (former != null && former.readiness() == readiness)) {
      return Optional.empty();
    }
    return switch (readiness) {
      case Warming -> Optional.empty();
      case Ready -> Optional.of(news(NORMAL, Readiness.Ready.name(), said(current)));
      case Late -> Optional.of(news(WARNING, Readiness.Late.name(), said(current)));
    };
  }

  private static OverrideNews news(String type, String word, String message) {
    return new OverrideNews(type, "Override" + word, message);
  }

  private static String said(ScaleOverrideStatus status) {
    return status.message() == null ? "" : status.message();
  }
}
