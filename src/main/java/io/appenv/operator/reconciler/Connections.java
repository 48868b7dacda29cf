package io.appenv.operator.reconciler;

import io.appenv.operator.api.v1alpha1.AppEnvironment;
import io.appenv.operator.backend.incluster.InClusterEndpoints;
import io.appenv.operator.model.Connection;
import io.appenv.operator.model.Custody;
import io.appenv.operator.model.DataStore;
import io.appenv.operator.model.DatabaseInstance;
import io.appenv.operator.model.Desired;
import io.appenv.operator.model.DesiredCache;
import io.appenv.operator.model.DesiredDatabase;
import io.appenv.operator.model.Endpoint;
import io.appenv.operator.model.FileStore;
import io.appenv.operator.model.Observed;
import io.appenv.operator.model.Ownership;
import io.appenv.operator.model.ReplicationGroup;
import io.appenv.operator.model.Sighting;
import io.appenv.operator.model.TransitEncryption;
import io.fabric8.kubernetes.api.model.Secret;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * Joins endpoints with credentials. While AWS cannot be read, the connection Secret written earlier
 * is the memory: a tier never loses its database because a listing failed.
 */
@ApplicationScoped
class Connections {

  Optional<Connection> database(
      Desired desired,
      Observed observed,
      Credentials credentials,
      AppEnvironment environment,
      Context<AppEnvironment> context) {
    return desired
        .database()
        .flatMap(
            database ->
                databaseEndpoint(desired, database, observed)
                    .or(() -> published("database", "host", environment, context))
                    .flatMap(
                        endpoint ->
                            credentials
                                .database()
                                .filter(
                                    secret ->
                                        opens(
                                            secret,
                                            database.custody(),
                                            observed.database().instance()))
                                .map(
                                    secret ->
                                        databaseConnection(
                                            desired,
                                            login(database, observed, environment, context),
                                            endpoint,
                                            secret))));
  }

  Optional<Connection> cache(
      Desired desired,
      Observed observed,
      Credentials credentials,
      AppEnvironment environment,
      Context<AppEnvironment> context) {
    return desired
        .cache()
        .flatMap(
            cache ->
                cacheEndpoint(desired, cache, observed)
                    .or(() -> published("cache", "host", environment, context))
                    .flatMap(
                        endpoint ->
                            access(cache, observed, credentials)
                                .map(
                                    access ->
                                        cacheConnection(
                                            desired,
                                            observed,
                                            endpoint,
                                            published("cache", "readerHost", environment, context),
                                            access))));
  }

  /** The bucket, once it is there; while it cannot be seen, the one that was handed out before. */
  Optional<FileStore> files(
      Desired desired,
      Observed observed,
      AppEnvironment environment,
      Context<AppEnvironment> context) {
    return desired
        .files()
        .flatMap(
            files ->
                observed
                    .files()
                    .usable(desired.environment())
                    .map(bucket -> new FileStore(bucket.name(), desired.region().orElse("")))
                    .or(
                        () ->
                            secret("files", "bucket", environment, context)
                                .map(
                                    it ->
                                        new FileStore(
                                            decode(it, "bucket"), decode(it, "region")))));
  }

  /**
   * What is taken over has another password until it is given that of the Secret, and what is
   * released keeps the one it has. Until then the connection Secret stays as it is.
   */
  private static boolean opens(
      Secret secret, Custody custody, Sighting<? extends DataStore> store) {
    return custody.equals(Custody.own())
        || store
            .found()
            .map(it -> secret.getMetadata().getUid().equals(it.tags().get(Ownership.CREDENTIALS)))
            .orElse(true);
  }

  /**
   * What a client has to show.
   *
   * @param credentialsUid UID of the Secret it is from
   */
  private record Access(Optional<String> password, String credentialsUid) {
    static Access by(Secret secret) {
      return new Access(
          Optional.of(CredentialSecrets.password(secret)), secret.getMetadata().getUid());
    }

    static Access free() {
      return new Access(Optional.empty(), Connection.WITHOUT);
    }
  }

  /**
   * A cache that is taken over may know no token yet, and then takes none. A plain connection is
   * never handed out: whoever used it would have to be moved off it again.
   */
  private static Optional<Access> access(
      DesiredCache cache, Observed observed, Credentials credentials) {
    var group = observed.cache().group();
    return credentials
        .cache()
        .flatMap(
            secret ->
                opens(secret, cache.custody(), group)
                    ? Optional.of(Access.by(secret))
                    : group
                        .found()
                        .filter(it -> it.acceptsNoToken(secret.getMetadata().getUid()))
                        .filter(it -> it.access().transit() != TransitEncryption.NONE)
                        .map(_ -> Access.free()));
  }

  /** Who logs in to which database. */
  private record Login(String username, String databaseName) {}

  /** An adopted instance keeps its master user and its first database. */
  private static Login login(
      DesiredDatabase database,
      Observed observed,
      AppEnvironment environment,
      Context<AppEnvironment> context) {
    var usual = new Login(database.masterUsername(), database.databaseName());
    if (!database.custody().adopted()) {
      return usual;
    }
    return observed
        .database()
        .instance()
        .found()
        .map(DatabaseInstance::origin)
        .map(it -> new Login(it.masterUsername(), it.databaseName().orElse(usual.databaseName())))
        .or(() -> publishedLogin(environment, context))
        .orElse(usual);
  }

  private static Optional<Login> publishedLogin(
      AppEnvironment environment, Context<AppEnvironment> context) {
    return secret("database", "username", environment, context)
        .map(it -> new Login(decode(it, "username"), decode(it, "database")));
  }

  private static Connection databaseConnection(
      Desired desired, Login login, Endpoint endpoint, Secret secret) {
    return new Connection(
        endpoint,
        Optional.empty(),
        Optional.of(login.username()),
        Optional.of(CredentialSecrets.password(secret)),
        Optional.of(login.databaseName()),
        secret.getMetadata().getUid(),
        desired.backend().isOnAws());
  }

  private static Connection cacheConnection(
      Desired desired,
      Observed observed,
      Endpoint endpoint,
      Optional<Endpoint> reader,
      Access access) {
    return new Connection(
        endpoint,
        observed.cache().group().found().flatMap(ReplicationGroup::readerEndpoint).or(() -> reader),
        Optional.empty(),
        access.password(),
        Optional.empty(),
        access.credentialsUid(),
        desired.backend().isOnAws());
  }

  private static Optional<Endpoint> databaseEndpoint(
      Desired desired, DesiredDatabase database, Observed observed) {
    return switch (desired.backend()) {
      case IN_CLUSTER -> Optional.of(InClusterEndpoints.of(desired, database));
      case AWS, ACK ->
          observed
              .database()
              .instance()
              .found()
              .filter(instance -> Ownership.owns(desired.environment(), instance.tags()))
              .flatMap(instance -> instance.endpoint());
    };
  }

  private static Optional<Endpoint> cacheEndpoint(
      Desired desired, DesiredCache cache, Observed observed) {
    return switch (desired.backend()) {
      case IN_CLUSTER -> Optional.of(InClusterEndpoints.of(desired, cache));
      case AWS, ACK ->
          observed
              .cache()
              .group()
              .found()
              .filter(group -> Ownership.owns(desired.environment(), group.tags()))
              .flatMap(group -> group.primaryEndpoint());
    };
  }

  private static Optional<Endpoint> published(
      String service, String hostKey, AppEnvironment environment, Context<AppEnvironment> context) {
    return secret(service, hostKey, environment, context)
        .map(it -> new Endpoint(decode(it, hostKey), Integer.parseInt(decode(it, "port"))));
  }

  /** The connection Secret of a data service, if it has this key. */
  private static Optional<Secret> secret(
      String service, String key, AppEnvironment environment, Context<AppEnvironment> context) {
    var name = environment.getMetadata().getName() + "-" + service;
    return context
        .getSecondaryResourcesAsStream(Secret.class)
        .filter(secret -> secret.getMetadata().getName().equals(name))
        .filter(secret -> secret.getData() != null && secret.getData().containsKey(key))
        .findFirst();
  }

  private static String decode(Secret secret, String key) {
    return new String(
        Base64.getDecoder().decode(secret.getData().get(key)), StandardCharsets.UTF_8);
  }
}
