package io.appenv.operator.model;

/** Where a service is reached. */
public record Endpoint(String host, int port) {

  @Override
  public String toString() {
    return host + ":" + port;
  }
}
