package io.appenv.operator.model;

import java.util.List;

/**
 * Which scripts of web pages may read or write a bucket.
 *
 * @param origins pages come from, such as https://shop.example.com
 * @param methods of HTTP
 * @param headers that requests may have
 * @param exposed headers of answers that scripts may read
 * @param maxAgeSeconds for which browsers remember it
 */
public record CorsRule(
    List<String> origins,
    List<String> methods,
    List<String> headers,
    List<String> exposed,
    int maxAgeSeconds) {

  public CorsRule {
    origins = List.copyOf(origins);
    methods = List.copyOf(methods);
    headers = List.copyOf(headers);
    exposed = List.copyOf(exposed);
  }

  @Override
  public String toString() {
    return String.join(" ", methods) + " from " + String.join(" ", origins);
  }
}
