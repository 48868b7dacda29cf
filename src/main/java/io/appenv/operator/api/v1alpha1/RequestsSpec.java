package io.appenv.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.ValidationRule;
import org.jspecify.annotations.Nullable;

/** Where the number of requests comes from by which a tier is scaled. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"source", "counts", "cloudWatch", "prometheus", "external"})
@ValidationRule(
    value = "(self.source == 'CloudWatch') == has(self.cloudWatch)",
    message =
        "source CloudWatch and the block cloudWatch belong together; write both or neither, for "
            + "example cloudWatch: {namespace: Shop, metricName: Requests, statistic: Sum}")
@ValidationRule(
    value = "(self.source == 'Prometheus') == has(self.prometheus)",
    message =
        "source Prometheus and the block prometheus belong together; write both or neither, for "
            + "example prometheus: {query: 'sum(rate(http_requests_total[2m])) * 60'}")
@ValidationRule(
    value = "(self.source == 'External') == has(self.external)",
    message =
        "source External and the block external belong together; write both or neither, for "
            + "example external: {metricName: requests, selector: {tier: backend}}")
@ValidationRule(
    value = "self.source != 'LoadBalancer' || !has(self.counts) || self.counts == 'PerPod'",
    message =
        "a load balancer counts the requests of each target, which is a pod; remove counts, or "
            + "write PerPod")
public record RequestsSpec(
    @Required
        @JsonPropertyDescription(
            "LoadBalancer: the application load balancer's RequestCountPerTarget. CloudWatch: a "
                + "metric in CloudWatch. Prometheus: a query to the Prometheus of the operator's "
                + "settings. External: a metric that another provider of external.metrics.k8s.io "
                + "serves. Required. Change: in place.")
        Source source,
    @JsonPropertyDescription(
            "Whether the number is about one pod on average (PerPod) or about all of them "
                + "together (Total), to be divided by the number of pods. Default: PerPod for "
                + "LoadBalancer, Total for the others. Change: in place.")
        @Nullable Counts counts,
    @JsonPropertyDescription(
            "The metric of source CloudWatch. Default: none, with another source. Change: in "
                + "place.")
        @Nullable CloudWatchMetricSpec cloudWatch,
    @JsonPropertyDescription(
            "The query of source Prometheus. Default: none, with another source. Change: in "
                + "place.")
        @Nullable PrometheusQuerySpec prometheus,
    @JsonPropertyDescription(
            "The metric of source External. Default: none, with another source. Change: in "
                + "place.")
        @Nullable ExternalMetricSpec external) {

  /** Who tells the number. */
  public enum Source {
    /** The application load balancer, through CloudWatch. */
    LoadBalancer,
    /** A metric of CloudWatch. */
    CloudWatch,
    /** A Prometheus. */
    Prometheus,
    /** Another provider of external metrics in the cluster. */
    External
  }

  /** What the number is about. */
  public enum Counts {
    /** One pod on average. */
    PerPod,
    /** All pods together. */
    Total
  }
}
