package io.appenv.operator.model;

import java.util.List;
import java.util.Locale;
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
        .map(resource -> resource.foreign(environment));
  }

  /** Tags of the desired ones that are missing or different; other people's tags stay. */
  public Map<String, String> missing(Map<String, String> desired) {
    var missing = new TreeMap<>(desired);
    missing.entrySet().removeAll(tags.entrySet());
    return missing;
  }

  private Failure foreign(EnvironmentId environment) {
    return new Failure.Terminal(
        ref.kind().component(),
        Reason.NOT_OURS,
        ref + " (" + arn + ") " + explanation(environment));
  }

  private String explanation(EnvironmentId environment) {
    if (Ownership.isRetained(tags) || Ownership.isReleased(tags)) {
      return "was retained when an earlier environment of this name was deleted, and is left"
          + " untouched; "
          + adoption(environment)
          + "create the environment under another name, or delete the retained resource once its"
          + " data is no longer needed";
    }
    if (isAdoptable(environment)) {
      return "is tagged as that of another environment of this name, so it is left untouched; if"
          + " that one is lost, "
          + adoption(environment)
          + "or create the environment under another name";
    }
    return "exists already and is not tagged as this environment's, so it is left untouched; create"
        + " the environment under another name, or delete the resource if nobody needs it";
  }

  /** How an environment of the same name comes by what another cluster or an earlier one left. */
  private String adoption(EnvironmentId environment) {
    return isAdoptable(environment)
        ? "to take it over, write spec.%s.adopt.identifier: %s, "
            .formatted(ref.kind().component().name().toLowerCase(Locale.ROOT), ref.name())
        : "";
  }

  private boolean isAdoptable(EnvironmentId environment) {
    return (ref.kind() == ResourceKind.DATABASE_INSTANCE
            || ref.kind() == ResourceKind.REPLICATION_GROUP)
        && Ownership.isOfName(environment, tags);
  }
}
