package io.appenv.operator.autoscaling;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.autoscaling.TargetGroupBindings.Binding;
import io.appenv.operator.model.MetricName;
import io.appenv.operator.model.RequestSource;
import io.appenv.operator.model.RequestSource.Counting;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RequestQuestionTest {

  private static final String ARN =
      "arn:aws:elasticloadbalancing:ap-northeast-1:123456789012:targetgroup/";

  private static final RequestWant BALANCED = want(new RequestSource.LoadBalancer());

  private static RequestWant want(RequestSource source) {
    return new RequestWant(
        new TierKey("shop", "production", "frontend"),
        Optional.of("ap-northeast-1"),
        "production-frontend",
        source);
  }

  @Test
  void theTargetGroupsOfTheTiersServiceAreAskedFor() {
    var question =
        ask(
            new Binding("shop", "production-frontend", ARN + "https/0123456789abcdef"),
            new Binding("shop", "production-frontend", ARN + "http/fedcba9876543210"),
            new Binding("shop", "production-backend", ARN + "backend/0000000000000000"));

    assertThat(question)
        .isEqualTo(
            new RequestQuestion.Metrics(
                List.of(
                    perTarget("targetgroup/http/fedcba9876543210"),
                    perTarget("targetgroup/https/0123456789abcdef"))));
  }

  /** Anybody may write a binding into a namespace of their own, with any name of a Service. */
  @Test
  void aBindingOfAnotherNamespaceCountsForNothing() {
    assertThat(why(ask(new Binding("other", "production-frontend", ARN + "x/0123456789abcdef"))))
        .contains("namespace shop", "Service production-frontend", "Ingress");
  }

  @Test
  void aTargetGroupOfAnotherRegionIsTold() {
    var elsewhere = ARN.replace("ap-northeast-1", "eu-west-1") + "x/0123456789abcdef";

    assertThat(why(ask(new Binding("shop", "production-frontend", elsewhere))))
        .contains("another region");
  }

  @Test
  void withoutTheControllerTheReasonIsTold() {
    assertThat(RequestQuestion.of(BALANCED, new TargetGroupBindings.Unknown("Install it.")))
        .isEqualTo(new RequestQuestion.Unaskable("Install it."));
  }

  @Test
  void otherSourcesNeedNoTargetGroup() {
    var metric = new MetricName("Shop", "Requests", Map.of("Tier", "backend"), "Average");
    var none = new TargetGroupBindings.Unknown("Install it.");

    assertThat(RequestQuestion.of(want(new RequestSource.CloudWatch(metric, Counting.TOTAL)), none))
        .isEqualTo(new RequestQuestion.Metrics(List.of(metric)));
    assertThat(RequestQuestion.of(want(new RequestSource.Prometheus("up", Counting.TOTAL)), none))
        .isEqualTo(new RequestQuestion.Query("up"));
  }

  private static RequestQuestion ask(Binding... bindings) {
    return RequestQuestion.of(BALANCED, new TargetGroupBindings.Known(List.of(bindings)));
  }

  private static String why(RequestQuestion question) {
    assertThat(question).isInstanceOf(RequestQuestion.Unaskable.class);
    return ((RequestQuestion.Unaskable) question).why();
  }

  private static MetricName perTarget(String group) {
    return new MetricName(
        "AWS/ApplicationELB", "RequestCountPerTarget", Map.of("TargetGroup", group), "Sum");
  }
}
