package io.appenv.operator.reconciler;

import io.appenv.operator.api.v1alpha1.AppEnvironment;
import io.appenv.operator.api.v1alpha1.Stage;
import io.appenv.operator.model.Component;
import io.appenv.operator.model.Desired;
import io.appenv.operator.model.Failure;
import io.appenv.operator.model.FailureException;
import io.appenv.operator.model.Reason;
import io.appenv.operator.model.SecretText;
import io.appenv.operator.workload.CredentialsSecret;
import io.appenv.operator.workload.Labels;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/**
 * The Secrets that hold generated passwords. They are written before the data store is created with
 * them, only ever created and never overwritten, and immutable: a crash in between cannot lose or
 * exchange a password.
 */
@ApplicationScoped
class CredentialSecrets {

  static final String PASSWORD_KEY = CredentialsSecret.PASSWORD_KEY;

  /** RDS allows 8 to 128 and ElastiCache 16 to 128 characters; letters and digits suit both. */
  private static final int PASSWORD_LENGTH = 40;

  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

  private static final String CONFIGURATION = "configuration";

  private final SecureRandom random = new SecureRandom();

  /** What is there, of an environment of which nothing is to be changed. */
  Credentials find(AppEnvironment environment, Context<AppEnvironment> context) {
    return new Credentials(
        find("database", environment, context), find("cache", environment, context));
  }

  /** One Secret for each data service that is declared: before anything is created with them. */
  Credentials ensure(Desired desired, AppEnvironment environment, Context<AppEnvironment> context) {
    return new Credentials(
        desired.database().map(_ -> ensure("database", environment, context)),
        desired.cache().map(_ -> ensure("cache", environment, context)));
  }

  /**
   * The key by which the sets of variables are named: as secret and as old as the environment. Of
   * one that is paused it is not made.
   */
  Optional<SecretText> configuration(
      Desired desired, AppEnvironment environment, Context<AppEnvironment> context) {
    var secret =
        desired.paused()
            ? find(CONFIGURATION, environment, context)
            : Optional.of(ensure(CONFIGURATION, environment, context));
    return secret.map(CredentialSecrets::password).map(SecretText::new);
  }

  /** The Secret of a data service ("database" or "cache") if it is there. */
  private Optional<Secret> find(
      String service, AppEnvironment environment, Context<AppEnvironment> context) {
    return context
        .getSecondaryResourcesAsStream(Secret.class)
        .filter(secret -> secret.getMetadata().getName().equals(name(service, environment)))
        .findFirst();
  }

  /** The Secret of a data service, created when it is missing. */
  private Secret ensure(
      String service, AppEnvironment environment, Context<AppEnvironment> context) {
    return find(service, environment, context)
        .orElseGet(() -> create(service, environment, context));
  }

  /** Lets the Secret outlive its environment, as the retained data store does that needs it. */
  void disown(String service, AppEnvironment environment, Context<AppEnvironment> context) {
    find(service, environment, context)
        .filter(secret -> !secret.getMetadata().getOwnerReferences().isEmpty())
        .ifPresent(
            secret ->
                context
                    .getClient()
                    .resource(secret)
                    .edit(
                        stored ->
                            new SecretBuilder(stored)
                                .editMetadata()
                                .withOwnerReferences()
                                .endMetadata()
                                .build()));
  }

  static String password(Secret secret) {
    return new String(
        Base64.getDecoder().decode(secret.getData().get(PASSWORD_KEY)), StandardCharsets.UTF_8);
  }

  private static String name(String service, AppEnvironment environment) {
    return CredentialsSecret.name(environment.getMetadata().getName(), service);
  }

  private Secret create(
      String service, AppEnvironment environment, Context<AppEnvironment> context) {
    var secrets =
        context.getClient().secrets().inNamespace(environment.getMetadata().getNamespace());
    try {
      return secrets.resource(build(service, environment, context)).create();
    } catch (KubernetesClientException conflict) {
      if (conflict.getCode() != HttpURLConnection.HTTP_CONFLICT) {
        throw conflict;
      }
      // The informer has not shown it yet: it was created by a pass just before this one.
      var stored = secrets.withName(name(service, environment)).require();
      return ours(stored, environment, context);
    }
  }

  private static Secret ours(
      Secret found, AppEnvironment environment, Context<AppEnvironment> context) {
    if (found.getData() == null || !found.getData().containsKey(PASSWORD_KEY)) {
      throw new FailureException(foreign(found));
    }
    if (isOwned(found, environment)) {
      return found;
    }
    if (isLeftBehind(found, environment)) {
      return own(found, environment, context);
    }
    throw new FailureException(foreign(found));
  }

  private static boolean isOwned(Secret found, AppEnvironment environment) {
    return found.getMetadata().getOwnerReferences().stream()
        .anyMatch(owner -> owner.getUid().equals(environment.getMetadata().getUid()));
  }

  /** An earlier environment of this name was deleted and its data retained: this opens it. */
  private static boolean isLeftBehind(Secret found, AppEnvironment environment) {
    return found.getMetadata().getOwnerReferences().isEmpty()
        && Labels.isCredentials(found, environment.getMetadata().getName());
  }

  private static Secret own(
      Secret found, AppEnvironment environment, Context<AppEnvironment> context) {
    return context
        .getClient()
        .resource(found)
        .edit(
            stored ->
                new SecretBuilder(stored)
                    .editMetadata()
                    .withOwnerReferences(owner(environment))
                    .endMetadata()
                    .build());
  }

  private static OwnerReference owner(AppEnvironment environment) {
    return new OwnerReferenceBuilder()
        .withApiVersion(environment.getApiVersion())
        .withKind(environment.getKind())
        .withName(environment.getMetadata().getName())
        .withUid(environment.getMetadata().getUid())
        .build();
  }

  private static Failure foreign(Secret found) {
    return new Failure.Terminal(
        Component.SPEC,
        Reason.NAME_TAKEN,
        "Secret %s exists and is not this environment's; delete it, or rename the environment."
            .formatted(found.getMetadata().getName()));
  }

  private Secret build(
      String service, AppEnvironment environment, Context<AppEnvironment> context) {
    var password = known(service, environment, context).orElseGet(this::generate);
    return new SecretBuilder()
        .withNewMetadata()
        .withName(name(service, environment))
        .withNamespace(environment.getMetadata().getNamespace())
        .withLabels(Labels.credentials(environment.getMetadata().getName()))
        .withOwnerReferences(owner(environment))
        .endMetadata()
        .withType("Opaque")
        .withImmutable(true)
        .withData(
            Map.of(
                PASSWORD_KEY,
                Base64.getEncoder().encodeToString(password.getBytes(StandardCharsets.UTF_8))))
        .build();
  }

  /**
   * AWS can be given a new password at any time, so deleting the Secret is the way to change it. A
   * server in the cluster keeps the one its volume was made with, which the connection Secret still
   * has.
   */
  private static Optional<String> known(
      String service, AppEnvironment environment, Context<AppEnvironment> context) {
    return environment.getSpec().stage() == Stage.Development
        ? published(service, environment, context)
        : Optional.empty();
  }

  private static Optional<String> published(
      String service, AppEnvironment environment, Context<AppEnvironment> context) {
    return context
        .getSecondaryResourcesAsStream(Secret.class)
        .filter(
            secret ->
                secret
                    .getMetadata()
                    .getName()
                    .equals(environment.getMetadata().getName() + "-" + service))
        .filter(secret -> secret.getData() != null && secret.getData().containsKey(PASSWORD_KEY))
        .map(CredentialSecrets::password)
        .findFirst();
  }

  private String generate() {
    var password = new StringBuilder(PASSWORD_LENGTH);
    for (var position = 0; position < PASSWORD_LENGTH; position++) {
      password.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return password.toString();
  }
}
