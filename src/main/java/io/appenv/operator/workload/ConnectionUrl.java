package io.appenv.operator.workload;

import io.appenv.operator.model.Connection;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** A connection as one URL. What is returned holds a secret. */
final class ConnectionUrl {

  private ConnectionUrl() {}

  /** A libpq URL; "require" encrypts, and a server that cannot is refused. */
  static String database(Connection connection) {
    return "postgresql://%s:%s@%s/%s?sslmode=%s"
        .formatted(
            encode(connection.username().orElse("")),
            encode(connection.password().orElse("")),
            connection.endpoint(),
            encode(connection.databaseName().orElse("")),
            connection.encrypted() ? "require" : "disable");
  }

  /** Redis knows no user here, only a token; the s in rediss stands for TLS. */
  static String cache(Connection connection) {
    return "%s://%s%s/0"
        .formatted(
            connection.encrypted() ? "rediss" : "redis",
            connection.password().map(it -> ":" + encode(it) + "@").orElse(""),
            connection.endpoint());
  }

  /** RFC 3986 percent encoding; the encoder is one for forms, which write a blank as plus. */
  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A");
  }
}
