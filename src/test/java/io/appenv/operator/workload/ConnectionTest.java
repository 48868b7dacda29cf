package io.appenv.operator.workload;

import static io.appenv.operator.workload.Tiers.connection;
import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.model.Blueprint;
import io.appenv.operator.model.Connection;
import io.appenv.operator.model.Endpoint;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ConnectionTest {

  @Test
  void anyPasswordMakesAValidUrl() {
    var url = ConnectionUrl.database(connection("db.example.com", "a:b@c/d?e#f g%+*", "uid"));
    assertThat(URI.create(url).getHost()).isEqualTo("db.example.com");
    assertThat(URI.create(url).getUserInfo()).isEqualTo("appenv:a:b@c/d?e#f g%+*");
    assertThat(url).endsWith("@db.example.com:5432/app?sslmode=require");
  }

  @Test
  void encryptionShowsInTheSchemeOfACache() {
    assertThat(ConnectionUrl.cache(cache(true))).isEqualTo("rediss://:token@cache:6379/0");
    assertThat(ConnectionUrl.cache(cache(false))).isEqualTo("redis://:token@cache:6379/0");
  }

  /** A client that shows a token to a server without one is refused. */
  @Test
  void aCacheWithoutATokenIsReachedWithoutOne() {
    var free =
        new Connection(
            new Endpoint("cache", 6379),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Connection.WITHOUT,
            true);
    assertThat(ConnectionUrl.cache(free)).isEqualTo("rediss://cache:6379/0");
    var blueprint =
        new Blueprint(Tiers.BLUEPRINT.desired(), Optional.empty(), Optional.of(free), Set.of());
    assertThat(ConnectionSecrets.build(blueprint))
        .singleElement()
        .satisfies(secret -> assertThat(secret.getData()).doesNotContainKey("password"));
  }

  @Test
  void movedDatabaseRollsThePods() {
    assertThat(revision(connection("one", "p", "uid")))
        .isNotNull()
        .isNotEqualTo(revision(connection("two", "p", "uid")));
  }

  @Test
  void newCredentialsRollThePods() {
    assertThat(revision(connection("one", "p", "uid-1")))
        .isNotEqualTo(revision(connection("one", "p", "uid-2")));
  }

  @Test
  void passwordLeavesNoTraceInTheTemplate() {
    assertThat(revision(connection("one", "p", "uid")))
        .isEqualTo(revision(connection("one", "q", "uid")));
  }

  @Test
  void tierWaitsForTheConnectionItUsesUnlessItRuns() {
    var unknown = blueprint(Set.of());
    assertThat(unknown.runnableTiers()).isEmpty();
    assertThat(blueprint(Set.of("backend")).runnableTiers()).containsExactly(Tiers.backend());
    assertThat(ConnectionSecrets.build(unknown)).isEmpty();
  }

  @Test
  void pauseBeforeTheEndLeavesTheProcessHalfItsGracePeriod() {
    var container =
        TierDeployment.build(Tiers.BLUEPRINT, Tiers.backend())
            .getSpec()
            .getTemplate()
            .getSpec()
            .getContainers()
            .getFirst();
    assertThat(container.getLifecycle().getPreStop().getSleep().getSeconds()).isEqualTo(4);
  }

  private static Blueprint blueprint(Set<String> started) {
    return new Blueprint(Tiers.BLUEPRINT.desired(), Optional.empty(), Optional.empty(), started);
  }

  private static @Nullable String revision(Connection connection) {
    return TierDeployment.build(Tiers.with(connection), Tiers.backend())
        .getSpec()
        .getTemplate()
        .getMetadata()
        .getAnnotations()
        .get(TierPodTemplate.CONNECTION_REVISION);
  }

  private static Connection cache(boolean encrypted) {
    return new Connection(
        new Endpoint("cache", 6379),
        Optional.empty(),
        Optional.empty(),
        Optional.of("token"),
        Optional.empty(),
        "uid",
        encrypted);
  }
}
