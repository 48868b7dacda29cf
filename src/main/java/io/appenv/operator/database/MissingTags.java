package io.appenv.operator.database;

import io.appenv.operator.model.ChangeClass;
import io.appenv.operator.model.DatabaseAction;
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
            new DatabaseAction.AddTags(resource.ref(), resource.arn(), missing),
            "tags missing or different: " + String.join(", ", new TreeSet<>(missing.keySet())),
            ChangeClass.IN_PLACE));
  }
}
