package io.appenv.operator.publication;

import io.appenv.operator.model.ChangeClass;
import io.appenv.operator.model.DesiredPublication;
import io.appenv.operator.model.EnvironmentId;
import io.appenv.operator.model.OwnedResource;
import io.appenv.operator.model.Plan;
import io.appenv.operator.model.PlannedAction;
import io.appenv.operator.model.PublicationAction;
import io.appenv.operator.model.PublishedSecret;
import io.appenv.operator.model.PublishedValues;
import io.appenv.operator.model.ResourceKind;
import io.appenv.operator.model.ResourceRef;
import io.appenv.operator.model.SecretText;
import io.appenv.operator.model.SecretVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What becomes of the secrets of an environment. None of the reasons tells of a value. */
final class SecretPlan {

  private final DesiredPublication desired;
  private final Custody custody;

  SecretPlan(EnvironmentId environment, DesiredPublication desired) {
    this.desired = desired;
    this.custody = new Custody(environment, desired.tags());
  }

  Plan apply(Map<String, PublishedSecret> seen, PublishedValues values) {
    return desired.secrets().stream()
        .sorted()
        .map(
            output ->
                values.key().map(key -> output(output, seen, values, key)).orElseGet(Plan::empty))
        .reduce(Plan.empty(), Plan::and)
        .and(Plan.of(removals(seen).toList()));
  }

  /** Without a value, what is there stays. */
  private Plan output(
      String output, Map<String, PublishedSecret> seen, PublishedValues values, SecretText key) {
    var value = Optional.ofNullable(values.secrets().get(output));
    var name = desired.secret(output);
    return Optional.ofNullable(seen.get(name))
        .map(it -> present(it, value, key))
        .orElseGet(() -> value.map(it -> absent(name, it, key)).orElseGet(Plan::empty));
  }

  private Plan absent(String name, SecretText value, SecretText key) {
    return Plan.of(
        PlannedAction.now(
            new PublicationAction.CreateSecret(
                name, value, SecretVersion.next(key, value, Optional.empty()), desired.tags()),
            "it is not published yet",
            ChangeClass.IN_PLACE));
  }

  private Plan present(PublishedSecret secret, Optional<SecretText> value, SecretText key) {
    var resource = resource(secret);
    return custody
        .obstacle(resource)
        .map(Plan::of)
        .orElseGet(() -> Plan.of(changes(secret, resource, value, key)));
  }

  private List<PlannedAction> changes(
      PublishedSecret secret, OwnedResource resource, Optional<SecretText> value, SecretText key) {
    var actions = new ArrayList<PlannedAction>();
    if (secret.isDeleted()) {
      actions.add(
          PlannedAction.now(
              new PublicationAction.RestoreSecret(secret.name()),
              "it is wanted again before it is deleted for good",
              ChangeClass.IN_PLACE));
    }
    var missing = custody.missing(resource);
    if (!missing.isEmpty()) {
      actions.add(
          PlannedAction.now(
              new PublicationAction.TagSecret(secret.name(), missing),
              "its tags do not say whose it is",
              ChangeClass.IN_PLACE));
    }
    value
        .filter(it -> !SecretVersion.isHeld(key, it, secret))
        .map(it -> update(secret, it, key))
        .ifPresent(actions::add);
    return actions;
  }

  private static PlannedAction update(PublishedSecret secret, SecretText value, SecretText key) {
    return PlannedAction.now(
        new PublicationAction.UpdateSecret(
            secret.name(), value, SecretVersion.next(key, value, secret.current())),
        "its value is another one",
        ChangeClass.IN_PLACE);
  }

  private Stream<PlannedAction> removals(Map<String, PublishedSecret> seen) {
    var wanted = desired.secrets().stream().map(desired::secret).collect(Collectors.toSet());
    return own(seen)
        .filter(it -> !wanted.contains(it.name()))
        .map(it -> deletion(it, "it is not published any more"));
  }

  Plan delete(Map<String, PublishedSecret> seen) {
    return Plan.of(own(seen).map(it -> deletion(it, "the environment is deleted")).toList());
  }

  /** What can only be restored any more is gone. */
  private Stream<PublishedSecret> own(Map<String, PublishedSecret> seen) {
    return seen.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(Map.Entry::getValue)
        .filter(it -> !it.isDeleted())
        .filter(it -> custody.isOurs(resource(it)));
  }

  private static PlannedAction deletion(PublishedSecret secret, String reason) {
    return PlannedAction.now(
        new PublicationAction.DeleteSecret(secret.name()), reason, ChangeClass.IN_PLACE);
  }

  private static OwnedResource resource(PublishedSecret secret) {
    return new OwnedResource(
        new ResourceRef(ResourceKind.SECRET, secret.name()), secret.arn(), secret.tags());
  }
}
