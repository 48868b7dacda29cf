package io.appenv.operator.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** An AWS resource that bears a name of the environment, with the tags that say whose it is. */
public record OwnedResource(ResourceRef ref, String arn, Map<String, String> tags) {

  public OwnedResource {
    tags = Map.copyOf(tags);
  }

  /** Why a component must not be touched: the first of its resources that is not ours. */
  public static Optional<Failure> firstForeign(
      EnvironmentId environment, List<OwnedResource> resources) {
    return resources.stream()
        .filter(resource -> !Ownership.owns(environment, resource.tags()))
        .findFirst()
        .map(OwnedResource::foreign);
  }

  /** Tags of the desired ones that are missing or different; other people's tags stay. */
  public Map<String, String> missing(Map<String, String> desired) {
    var missing = new TreeMap<>(desired);
    missing.entrySet().removeAll(tags.entrySet());
    return missing;
  }

  private Failure foreign() {
    return new Failure.Terminal(
        ref.kind().component(), Reason.NOT_OURS, ref + " (" + arn + ") " + explanation());
  }

  private String explanation() {
    if (tags.containsKey(Ownership.RETAINED)) {
      return "was retained when an earlier environment of this name was deleted, and is left"
          + " untouched; create the environment under another name, or delete the retained resource"
          + " once its data is no longer needed";
    }
    return "exists already and is not tagged as this environment's, so it is left untouched; create"
        + " the environment under another name, or delete the resource if nobody needs it";
  }
}
