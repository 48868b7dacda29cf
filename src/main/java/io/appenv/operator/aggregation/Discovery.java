package io.appenv.operator.aggregation;

import io.appenv.operator.autoscaling.RequestMetric;
import java.util.List;
import java.util.Map;

/** What the API tells of itself. */
final class Discovery {

  private static final Map<String, Object> VERSION =
      Map.of("groupVersion", ApiPath.GROUP + "/" + ApiPath.VERSION, "version", ApiPath.VERSION);

  private Discovery() {}

  static Map<String, Object> groups() {
    return Map.of(
        "kind", "APIGroupList",
        "apiVersion", "v1",
        "groups",
            List.of(
                Map.of(
                    "name",
                    ApiPath.GROUP,
                    "versions",
                    List.of(VERSION),
                    "preferredVersion",
                    VERSION)));
  }

  static Map<String, Object> group() {
    return Map.of(
        "kind",
        "APIGroup",
        "apiVersion",
        "v1",
        "name",
        ApiPath.GROUP,
        "versions",
        List.of(VERSION),
        "preferredVersion",
        VERSION);
  }

  static Map<String, Object> resources() {
    return Map.of(
        "kind",
        "APIResourceList",
        "apiVersion",
        "v1",
        "groupVersion",
        ApiPath.GROUP + "/" + ApiPath.VERSION,
        "resources",
        List.of(
            Map.of(
                "name",
                RequestMetric.NAME,
                "singularName",
                "",
                "namespaced",
                true,
                "kind",
                "ExternalMetricValueList",
                "verbs",
                List.of("get"))));
  }
}
