package io.appenv.operator.workload;

import io.appenv.operator.model.Blueprint;
import io.appenv.operator.model.Connection;
import io.appenv.operator.model.DesiredPublication;
import io.appenv.operator.model.EnvironmentOutput;
import io.appenv.operator.model.FileStore;
import io.appenv.operator.model.PublishedValues;
import io.appenv.operator.model.SecretText;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the outputs of an environment are, by the names that they have in its stage. */
public final class PublishedOutputs {

  private final Blueprint blueprint;
  private final DesiredPublication wanted;
  private final Map<String, String> parameters = new TreeMap<>();
  private final Map<String, SecretText> secrets = new TreeMap<>();

  private PublishedOutputs(Blueprint blueprint, DesiredPublication wanted) {
    this.blueprint = blueprint;
    this.wanted = wanted;
  }

  /**
   * @param key of the environment, by which versions of secrets are named
   */
  public static PublishedValues of(
      Blueprint blueprint, DesiredPublication wanted, Optional<SecretText> key) {
    return new PublishedOutputs(blueprint, wanted).values(key);
  }

  private PublishedValues values(Optional<SecretText> key) {
    blueprint.apiEndpoint().ifPresent(it -> plain(EnvironmentOutput.API_ENDPOINT.name(), it));
    blueprint
        .files()
        .map(FileStore::bucket)
        .ifPresent(it -> plain(EnvironmentOutput.BUCKET_NAME.name(), it));
    blueprint.database().ifPresent(this::database);
    blueprint.cache().ifPresent(this::cache);
    return new PublishedValues(parameters, secrets, key);
  }

  private void database(Connection connection) {
    plain("DATABASE_HOST", connection.endpoint().host());
    plain("DATABASE_PORT", Integer.toString(connection.endpoint().port()));
    connection.databaseName().ifPresent(it -> plain("DATABASE_NAME", it));
    secret(EnvironmentOutput.DATABASE_URL, ConnectionUrl.database(connection));
  }

  private void cache(Connection connection) {
    plain("REDIS_HOST", connection.endpoint().host());
    plain("REDIS_PORT", Integer.toString(connection.endpoint().port()));
    secret(EnvironmentOutput.REDIS_URL, ConnectionUrl.cache(connection));
  }

  private void plain(String output, String value) {
    var name = blueprint.desired().stage().variable(output);
    if (wanted.parameters().contains(name)) {
      parameters.put(name, value);
    }
  }

  private void secret(EnvironmentOutput output, String value) {
    var name = blueprint.desired().stage().variable(output.name());
    if (wanted.secrets().contains(name)) {
      secrets.put(name, new SecretText(value));
    }
  }
}
