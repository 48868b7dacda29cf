package io.appenv.operator.workload;

import io.appenv.operator.model.Blueprint;
import io.appenv.operator.model.Connection;
import io.appenv.operator.model.DesiredTier.Use;
import io.appenv.operator.model.Endpoint;
import io.appenv.operator.model.FileStore;
import io.appenv.operator.model.Stage;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The Secrets by which tiers, and people with the right to read them, reach the data services. */
public final class ConnectionSecrets {

  private ConnectionSecrets() {}

  /** One Secret for each connection that is known. */
  public static List<Secret> build(Blueprint blueprint) {
    var stage = blueprint.desired().stage();
    return Stream.of(
            blueprint.database().map(found -> database(blueprint, stage, found)),
            blueprint.cache().map(found -> cache(blueprint, stage, found)),
            blueprint.files().map(found -> files(blueprint, stage, found)))
        .flatMap(Optional::stream)
        .toList();
  }

  /** Names of the Secrets of services that are declared but whose connection is not known now. */
  public static Set<String> untold(Blueprint blueprint) {
    var desired = blueprint.desired();
    var environment = Metadata.environment(blueprint);
    var names = new HashSet<String>();
    if (desired.database().isPresent() && blueprint.database().isEmpty()) {
      names.add(name(environment, Use.DATABASE));
    }
    if (desired.cache().isPresent() && blueprint.cache().isEmpty()) {
      names.add(name(environment, Use.CACHE));
    }
    if (desired.files().isPresent() && blueprint.files().isEmpty()) {
      names.add(name(environment, Use.FILES));
    }
    return names;
  }

  /** Name of the connection Secret of a data service, such as production-database. */
  public static String name(String environment, Use use) {
    return environment + "-" + component(use);
  }

  /** Name of the variable, and of the Secret's key, under which a URL is published in a stage. */
  public static String variable(Stage stage, Use use) {
    return switch (use) {
      case DATABASE -> stage.variable("DATABASE_URL");
      case CACHE -> stage.variable("REDIS_URL");
      case FILES -> stage.variable("BUCKET_NAME");
    };
  }

  private static Secret database(Blueprint blueprint, Stage stage, Connection connection) {
    var data = address(connection);
    data.put(variable(stage, Use.DATABASE), ConnectionUrl.database(connection));
    connection.username().ifPresent(username -> data.put("username", username));
    connection.databaseName().ifPresent(name -> data.put("database", name));
    return secret(blueprint, Use.DATABASE, data);
  }

  private static Secret cache(Blueprint blueprint, Stage stage, Connection connection) {
    var data = address(connection);
    data.put(variable(stage, Use.CACHE), ConnectionUrl.cache(connection));
    connection.reader().map(Endpoint::host).ifPresent(host -> data.put("readerHost", host));
    return secret(blueprint, Use.CACHE, data);
  }

  /** No secret, but it comes to the pods as the others do: once it is there, and not before. */
  private static Secret files(Blueprint blueprint, Stage stage, FileStore store) {
    var data = new TreeMap<String, String>();
    data.put("bucket", store.bucket());
    data.put("region", store.region());
    data.put(variable(stage, Use.FILES), store.bucket());
    return secret(blueprint, Use.FILES, data);
  }

  private static Map<String, String> address(Connection connection) {
    var data = new TreeMap<String, String>();
    data.put("host", connection.endpoint().host());
    data.put("port", Integer.toString(connection.endpoint().port()));
    connection.password().ifPresent(password -> data.put("password", password));
    return data;
  }

  private static Secret secret(Blueprint blueprint, Use use, Map<String, String> data) {
    var environment = Metadata.environment(blueprint);
    var encoded = new TreeMap<String, String>();
    data.forEach((key, value) -> encoded.put(key, base64(value)));
    return new SecretBuilder()
        .withMetadata(
            Metadata.named(
                blueprint, name(environment, use), Labels.connection(environment, component(use))))
        .withType("Opaque")
        .withData(encoded)
        .build();
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String component(Use use) {
    return use.name().toLowerCase(Locale.ROOT);
  }
}
