package io.appenv.operator.reconciler;

import io.appenv.operator.aggregation.MetricsServing;
import io.appenv.operator.aggregation.ServingState;
import io.appenv.operator.api.v1alpha1.AppEnvironment;
import io.appenv.operator.autoscaling.Reading;
import io.appenv.operator.autoscaling.RequestWant;
import io.appenv.operator.model.Desired;
import io.appenv.operator.model.Reason;
import io.appenv.operator.model.RequestFinding;
import io.appenv.operator.requests.RequestBoard;
import io.appenv.operator.requests.RequestNews;
import io.appenv.operator.requests.RequestReaders;
import io.appenv.operator.status.RequestRecord;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Consumer;

/** Has the numbers read and served that an environment is scaled by, and tells of what is amiss. */
@ApplicationScoped
class RequestFindings {

  private final RequestBoard board;
  private final RequestReaders readers;
  private final RequestNews news;
  private final MetricsServing serving;

  RequestFindings(
      RequestBoard board, RequestReaders readers, RequestNews news, MetricsServing serving) {
    this.board = board;
    this.readers = readers;
    this.news = news;
    this.serving = serving;
  }

  /** One for each tier whose number the operator reads. */
  List<RequestFinding> of(AppEnvironment environment, Desired desired) {
    var wants = RequestWant.of(desired);
    if (!wants.isEmpty()) {
      readers.begin();
      serving.begin();
    }
    board.want(desired.environment().namespace(), desired.environment().name(), wants);
    return wants.stream().map(want -> finding(environment, want)).toList();
  }

  void forget(ResourceID environment) {
    board.forget(environment.getNamespace().orElse(""), environment.getName());
  }

  void notifyTo(Consumer<ResourceID> changed) {
    news.notifyTo((namespace, name) -> changed.accept(new ResourceID(name, namespace)));
  }

  private RequestFinding finding(AppEnvironment environment, RequestWant want) {
    return switch (serving.state()) {
      case ServingState.Taken taken ->
          finding(
              want,
              Reason.METRICS_API_TAKEN,
              "external.metrics.k8s.io is served by %s: write source External with a metric of it, or delete APIService v1beta1.external.metrics.k8s.io."
                  .formatted(taken.holder()));
      case ServingState.Failing failing -> finding(want, Reason.REQUESTS_UNREAD, failing.why());
      case ServingState.Idle _ -> former(environment, want);
      case ServingState.Serving _ -> served(environment, want);
    };
  }

  private RequestFinding served(AppEnvironment environment, RequestWant want) {
    return switch (board.state(want.key()).orElseGet(Reading.State.Pending::new)) {
      case Reading.State.Known _ -> finding(want, Reason.AVAILABLE, "");
      case Reading.State.Missing missing -> finding(want, Reason.REQUESTS_UNREAD, missing.why());
      case Reading.State.Pending _ -> former(environment, want);
    };
  }

  /** Nothing is known yet: saying so would make a status flip at every start of the operator. */
  private static RequestFinding former(AppEnvironment environment, RequestWant want) {
    return RequestRecord.read(environment.getStatus(), want.key().tier(), want.source().word())
        .orElseGet(() -> finding(want, Reason.OBSERVING, "It is read for the first time."));
  }

  private static RequestFinding finding(RequestWant want, Reason reason, String message) {
    return new RequestFinding(want.key().tier(), want.source().word(), reason, message);
  }
}
