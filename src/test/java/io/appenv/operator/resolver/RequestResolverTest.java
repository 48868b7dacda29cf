package io.appenv.operator.resolver;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.model.MetricName;
import io.appenv.operator.model.RequestScaling;
import io.appenv.operator.model.RequestSource;
import io.appenv.operator.model.RequestSource.Counting;
import io.appenv.operator.model.Sighting;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestResolverTest {

  private static final String BACKEND = "cpuPercent: 70, memoryPercent: 80";

  private static Resolution resolve(boolean served, String yaml) {
    return new Resolver(served)
        .resolve(
            Specs.environment(yaml),
            "cluster-1",
            Sighting.present(Specs.NETWORK),
            CredentialIds.none());
  }

  private static Optional<RequestScaling> requests(Resolution resolution, int tier) {
    assertThat(resolution.failures()).isEmpty();
    return resolution.desired().orElseThrow().tiers().get(tier).scaling().requests();
  }

  private static String backend(String requests) {
    return Specs.PRODUCTION.replace(
        BACKEND, "cpuPercent: 70, requestsPerMinute: 800, requests: " + requests);
  }

  @Test
  void theLoadBalancerTellsWhereItIsAcceptedAndThatIsShown() {
    var resolution = resolve(true, Specs.PRODUCTION);

    assertThat(requests(resolution, 0))
        .contains(new RequestScaling(1000, new RequestSource.LoadBalancer()));
    assertThat(resolution.notEffective()).isEmpty();
    var shown =
        Objects.requireNonNull(
            resolution.effective().orElseThrow().tiers().getFirst().scaling().requests());
    assertThat(shown.source()).hasToString("LoadBalancer");
    assertThat(shown.counts()).hasToString("PerPod");
  }

  @Test
  void aTierBehindNoLoadBalancerHasToNameASource() {
    var resolution =
        resolve(true, Specs.PRODUCTION.replace(BACKEND, BACKEND + ", requestsPerMinute: 800"));

    assertThat(requests(resolution, 1)).isEmpty();
    assertThat(resolution.notEffective())
        .containsExactly(
            "spec.tiers[backend].scaling.requestsPerMinute: no load balancer counts its requests;"
                + " write scaling.requests");
  }

  @Test
  void everySourceIsRead() {
    assertThat(requests(resolve(true, backend("{source: Prometheus, prometheus: {query: up}}")), 1))
        .contains(new RequestScaling(800, new RequestSource.Prometheus("up", Counting.TOTAL)));
    assertThat(
            requests(
                resolve(
                    true,
                    backend(
                        "{source: CloudWatch, counts: PerPod, cloudWatch: {namespace: Shop,"
                            + " metricName: R, dimensions: {T: b}}}")),
                1))
        .contains(
            new RequestScaling(
                800,
                new RequestSource.CloudWatch(
                    new MetricName("Shop", "R", Map.of("T", "b"), "Sum"), Counting.PER_POD)));
  }

  @Test
  void whatAnotherServesNeedsNoServiceOfTheOperator() {
    var external = backend("{source: External, external: {metricName: m, selector: {a: b}}}");

    assertThat(requests(resolve(false, external), 1))
        .contains(
            new RequestScaling(
                800, new RequestSource.External("m", Map.of("a", "b"), Counting.TOTAL)));
    assertThat(resolve(false, external).notEffective())
        .singleElement()
        .asString()
        .startsWith("spec.tiers[frontend]");
  }

  /** An operator that serves nothing must not give an autoscaler a metric that never comes. */
  @Test
  void withoutTheApiNothingIsScaledByIt() {
    assertThat(requests(resolve(false, Specs.PRODUCTION), 0)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{source: CloudWatch} | requests.cloudWatch is missing",
        "{source: Prometheus} | requests.prometheus is missing",
        "{source: External} | requests.external is missing"
      })
  void aSourceWithoutItsBlockIsTold(String requests, String told) {
    assertThat(resolve(true, backend(requests)).failures())
        .singleElement()
        .satisfies(failure -> assertThat(failure.message()).contains(told));
  }

  @Test
  void requestsAloneScaleOnlyWhereTheirNumberComesFromSomewhere() {
    var alone = Specs.PRODUCTION.replace("max: 6, cpuPercent: 70", "max: 6");
    var nowhere = Specs.PRODUCTION.replace(BACKEND, "requestsPerMinute: 800");

    assertThat(resolve(true, alone).failures()).isEmpty();
    assertThat(resolve(true, nowhere).failures())
        .singleElement()
        .satisfies(failure -> assertThat(failure.message()).contains("when to scale"));
  }

  @Test
  void developmentHasNoLoadBalancerOfAws() {
    var resolution = resolve(true, Specs.DEVELOPMENT);

    assertThat(requests(resolution, 0)).isEmpty();
    assertThat(resolution.notEffective()).singleElement().asString().contains("scaling.requests");
  }
}
