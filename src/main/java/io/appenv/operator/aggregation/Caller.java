package io.appenv.operator.aggregation;

import java.util.List;
import java.util.Map;

/** Who makes a request, as Kubernetes names users. */
record Caller(String name, String uid, List<String> groups, Map<String, List<String>> extra) {

  Caller {
    groups = List.copyOf(groups);
    extra = Map.copyOf(extra);
  }
}
