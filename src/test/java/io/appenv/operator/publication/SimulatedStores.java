package io.appenv.operator.publication;

import io.appenv.operator.model.ObservedPublication;
import io.appenv.operator.model.PublicationAction;
import io.appenv.operator.model.PublicationAction.CreateParameter;
import io.appenv.operator.model.PublicationAction.CreateSecret;
import io.appenv.operator.model.PublicationAction.DeleteParameter;
import io.appenv.operator.model.PublicationAction.DeleteSecret;
import io.appenv.operator.model.PublicationAction.OverwriteParameter;
import io.appenv.operator.model.PublicationAction.RestoreSecret;
import io.appenv.operator.model.PublicationAction.TagParameter;
import io.appenv.operator.model.PublicationAction.TagSecret;
import io.appenv.operator.model.PublicationAction.UpdateSecret;
import io.appenv.operator.model.PublishedParameter;
import io.appenv.operator.model.PublishedSecret;
import io.appenv.operator.model.SecretVersion;
import io.appenv.operator.model.Sighting;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Parameter Store and Secrets Manager, as far as they refuse. */
final class SimulatedStores {

  final Map<String, PublishedParameter> parameters = new HashMap<>();
  final Map<String, PublishedSecret> secrets = new HashMap<>();
  final Map<String, String> values = new HashMap<>();

  ObservedPublication observed() {
    return new ObservedPublication(
        Sighting.present(Map.copyOf(parameters)), Sighting.present(Map.copyOf(secrets)), Set.of());
  }

  void forget() {
    parameters.clear();
    secrets.clear();
    values.clear();
  }

  void put(String name, String value, Map<String, String> tags) {
    parameters.put(name, new PublishedParameter(name, "arn:" + name, value, tags));
  }

  void store(String name, String value, SecretVersion version, Map<String, String> tags) {
    values.put(name, value);
    secrets.put(
        name,
        new PublishedSecret(
            name, "arn:" + name, Optional.of(version.id()), version.description(), false, tags));
  }

  void mark(String name, boolean isDeleted) {
    secrets.computeIfPresent(
        name,
        (_, it) ->
            new PublishedSecret(
                name, it.arn(), it.current(), it.description(), isDeleted, it.tags()));
  }

  void execute(PublicationAction action) {
    switch (action) {
      case CreateParameter it -> {
        refuse(parameters.containsKey(it.name()), action);
        put(it.name(), it.value(), it.tags());
      }
      case OverwriteParameter it ->
          put(it.name(), it.value(), there(parameters.get(it.name()), action).tags());
      case TagParameter it -> {
        var before = there(parameters.get(it.name()), action);
        put(it.name(), before.value(), both(before.tags(), it.tags()));
      }
      case DeleteParameter it -> parameters.remove(it.name());
      case CreateSecret it -> {
        refuse(secrets.containsKey(it.name()), action);
        store(it.name(), it.value().reveal(), it.version(), it.tags());
      }
      case UpdateSecret it ->
          store(it.name(), it.value().reveal(), it.version(), usable(it.name(), action).tags());
      case TagSecret it -> {
        var before = usable(it.name(), action);
        secrets.put(
            it.name(),
            new PublishedSecret(
                it.name(),
                before.arn(),
                before.current(),
                before.description(),
                false,
                both(before.tags(), it.tags())));
      }
      case RestoreSecret it -> mark(it.name(), false);
      case DeleteSecret it -> {
        usable(it.name(), action);
        mark(it.name(), true);
      }
    }
  }

  /** Nothing but its restoration can be made of a secret that is deleted. */
  private PublishedSecret usable(String name, PublicationAction action) {
    var secret = there(secrets.get(name), action);
    refuse(secret.isDeleted(), action);
    return secret;
  }

  private static <T> T there(@Nullable T found, PublicationAction action) {
    return Objects.requireNonNull(found, action + " is of what does not exist");
  }

  private static void refuse(boolean isRefused, PublicationAction action) {
    if (isRefused) {
      throw new AssertionError(action + " is refused");
    }
  }

  private static Map<String, String> both(Map<String, String> one, Map<String, String> other) {
    var all = new HashMap<>(one);
    all.putAll(other);
    return all;
  }
}
