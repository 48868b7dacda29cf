package io.appenv.operator.cache;

import io.appenv.operator.model.CacheAction;
import io.appenv.operator.model.ChangeClass;
import io.appenv.operator.model.OwnedResource;
import io.appenv.operator.model.Plan;
import io.appenv.operator.model.PlannedAction;
import java.util.Map;
import java.util.TreeSet;

/** Puts back tags that somebody took away or changed. */
final class MissingTags {

  private MissingTags() {}

  static Plan plan(OwnedResource resource, Map<String, String> desired) {
    var missing = resource.missing(desired);
    if (missing.isEmpty()) {
      return Plan.empty();
    }
    return Plan.of(
        PlannedAction.now(
            new CacheAction.AddTags(resource.ref(), resource.arn(), missing),
            "tags missing or different: " + String.join(", ", new TreeSet<>(missing.keySet())),
            ChangeClass.IN_PLACE));
  }
}
