package io.appenv.operator.aggregation;

import java.util.List;

/** What a request is about. */
sealed interface ApiPath {

  String GROUP = "external.metrics.k8s.io";
  String VERSION = "v1beta1";

  /** The path as it was asked for. */
  String text();

  /** All groups that are served. */
  record Groups(String text) implements ApiPath {}

  /** The one group, and its versions. */
  record Group(String text) implements ApiPath {}

  /** What there is in the version. */
  record Resources(String text) implements ApiPath {}

  /** The values of a metric in a namespace. */
  record Metric(String text, String namespace, String name) implements ApiPath {}

  /** Nothing that is here. */
  record Other(String text) implements ApiPath {}

  static ApiPath parse(String text) {
    var parts = List.of(text.replaceFirst("^/", "").replaceFirst("/$", "").split("/"));
    var isGroup = parts.size() >= 2 && parts.get(0).equals("apis") && parts.get(1).equals(GROUP);
    var isVersion = isGroup && parts.size() >= 3 && parts.get(2).equals(VERSION);
    if (parts.equals(List.of("apis"))) {
      return new Groups(text);
    }
    if (isGroup && parts.size() == 2) {
      return new Group(text);
    }
    if (isVersion && parts.size() == 3) {
      return new Resources(text);
    }
    return isVersion && parts.size() == 6 && parts.get(3).equals("namespaces")
        ? new Metric(text, parts.get(4), parts.get(5))
        : new Other(text);
  }
}
