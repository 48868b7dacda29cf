package io.appenv.operator.requests;

import io.appenv.operator.autoscaling.RequestMetrics;
import io.appenv.operator.autoscaling.RequestQueries;
import io.appenv.operator.autoscaling.RequestQuestion;
import io.appenv.operator.autoscaling.RequestWant;
import io.appenv.operator.autoscaling.Sample;
import io.appenv.operator.autoscaling.TargetGroupBindings;
import io.appenv.operator.config.OperatorConfig;
import io.appenv.operator.model.FailureException;
import io.appenv.operator.model.MetricName;
import io.appenv.operator.model.RequestSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** One reading of many numbers from one place, by as few calls as it takes. */
@ApplicationScoped
public class RequestReading {

  /** Questions that Prometheus is asked side by side. */
  private static final int SIDE_BY_SIDE = 8;

  private final RequestBoard board;
  private final BindingListing bindings;
  private final RequestMetrics metrics;
  private final RequestQueries queries;
  private final Duration freshness;
  private final InstantSource clock;

  @Inject
  public RequestReading(
      RequestBoard board,
      BindingListing bindings,
      RequestMetrics metrics,
      RequestQueries queries,
      OperatorConfig config,
      InstantSource clock) {
    this(board, bindings, metrics, queries, config.externalMetrics().freshness(), clock);
  }

  RequestReading(
      RequestBoard board,
      BindingListing bindings,
      RequestMetrics metrics,
      RequestQueries queries,
      Duration freshness,
      InstantSource clock) {
    this.board = board;
    this.bindings = bindings;
    this.metrics = metrics;
    this.queries = queries;
    this.freshness = freshness;
    this.clock = clock;
  }

  void read(Collection<RequestWant> wants) {
    var found = targetGroups(wants);
    var asked = new HashMap<RequestWant, RequestQuestion.Metrics>();
    try (var sideBySide =
        Executors.newFixedThreadPool(SIDE_BY_SIDE, Thread.ofVirtual().factory())) {
      for (var want : wants) {
        switch (RequestQuestion.of(want, found)) {
          case RequestQuestion.Metrics question -> asked.put(want, question);
          case RequestQuestion.Query question -> ask(sideBySide, want, question);
          case RequestQuestion.Unaskable not -> board.missed(want, not.why());
        }
      }
    }
    ask(asked);
  }

  /** They are listed only where somebody's number depends on them. */
  private TargetGroupBindings targetGroups(Collection<RequestWant> wants) {
    return wants.stream().anyMatch(it -> it.source() instanceof RequestSource.LoadBalancer)
        ? bindings.list()
        : new TargetGroupBindings.Known(List.of());
  }

  private void ask(ExecutorService sideBySide, RequestWant want, RequestQuestion.Query question) {
    sideBySide.execute(
        () -> {
          try {
            board.found(want, queries.ask(question.query()));
          } catch (FailureException failed) {
            board.missed(want, failed.failure().message());
          }
        });
  }

  /** Only whole minutes count, so the one that has just begun does not. */
  private void ask(Map<RequestWant, RequestQuestion.Metrics> asked) {
    if (asked.isEmpty()) {
      return;
    }
    var region = asked.keySet().iterator().next().region().orElse("");
    var until = clock.instant().truncatedTo(ChronoUnit.MINUTES);
    Set<MetricName> names =
        asked.values().stream()
            .flatMap(it -> it.metrics().stream())
            .collect(Collectors.toUnmodifiableSet());
    try {
      var answers = metrics.latest(region, names, until.minus(freshness), until);
      asked.forEach((want, question) -> settle(want, question, answers));
    } catch (FailureException failed) {
      asked.keySet().forEach(want -> board.missed(want, failed.failure().message()));
    }
  }

  private void settle(
      RequestWant want, RequestQuestion.Metrics question, Map<MetricName, Sample> answers) {
    sum(question.metrics().stream().map(answers::get).filter(Objects::nonNull).toList())
        .ifPresentOrElse(
            sample -> board.found(want, sample), () -> board.missed(want, none(question)));
  }

  /** Of the latest minute of which anything is told: who tells nothing of it had no requests. */
  static Optional<Sample> sum(List<Sample> samples) {
    return samples.stream()
        .map(Sample::at)
        .max(Comparator.naturalOrder())
        .map(
            at ->
                new Sample(
                    samples.stream()
                        .filter(sample -> sample.at().equals(at))
                        .mapToDouble(Sample::value)
                        .sum(),
                    at));
  }

  private String none(RequestQuestion.Metrics question) {
    return "CloudWatch has no number of the last %d minutes for %s: no requests came, or there is no such metric."
        .formatted(
            freshness.toMinutes(),
            question.metrics().stream()
                .map(MetricName::toString)
                .collect(Collectors.joining(", ")));
  }
}
