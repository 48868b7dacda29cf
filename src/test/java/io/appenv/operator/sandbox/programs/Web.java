package io.appenv.operator.sandbox.programs;

import io.appenv.operator.sandbox.SandboxException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Reads from HTTPS servers, and finds out quickly when there is no internet. */
final class Web {

  private static final Duration CONNECT = Duration.ofSeconds(3);

  /** A name server that does not answer keeps a connection waiting longer than its own limit. */
  private static final Duration PROBE = Duration.ofSeconds(5);

  private static final Duration DOWNLOAD = Duration.ofMinutes(10);

  private final HttpClient client;
  private final Map<String, Boolean> hosts = new HashMap<>();
  private final Map<URI, String> documents = new HashMap<>();

  /**
   * @param client may follow redirects, but never from HTTPS to HTTP
   */
  Web(HttpClient client) {
    this.client = client;
  }

  static Web open() {
    return new Web(
        HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build());
  }

  /** A small text, read once. */
  String document(URI address) {
    return documents.computeIfAbsent(address, it -> get(it, BodyHandlers.ofString()));
  }

  /** Puts a file into place when it is whole and has the checksum, and not otherwise. */
  void file(URI address, String sha256, Path target) {
    var unfinished = target.resolveSibling(target.getFileName() + ".unfinished");
    try {
      get(address, BodyHandlers.ofFile(unfinished));
      var found = Checksums.of(unfinished);
      if (!found.equals(sha256)) {
        throw new SandboxException(
            "%s has the checksum %s instead of %s".formatted(address, found, sha256));
      }
      Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException failed) {
      throw new SandboxException("%s could not be written".formatted(target), failed);
    } finally {
      unfinished.toFile().delete();
    }
  }

  private <T> T get(URI address, BodyHandler<T> handler) {
    if (!"https".equals(address.getScheme())) {
      throw new SandboxException(address + " is refused: only https is trusted");
    }
    if (!hosts.computeIfAbsent(address.getAuthority(), host -> answers(address))) {
      throw new SandboxException(address.getHost() + " does not answer");
    }
    var response = send(HttpRequest.newBuilder(address).build(), handler, DOWNLOAD);
    if (response.statusCode() != 200) {
      throw new SandboxException(
          "%s answers with status %d".formatted(address, response.statusCode()));
    }
    return response.body();
  }

  private boolean answers(URI address) {
    try {
      var request = HttpRequest.newBuilder(address.resolve("/")).HEAD().build();
      send(request, BodyHandlers.discarding(), PROBE);
      return true;
    } catch (SandboxException unreachable) {
      return false;
    }
  }

  private <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler, Duration limit) {
    var sent = client.sendAsync(request, handler);
    try {
      return sent.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException failed) {
      throw new SandboxException(
          "%s cannot be read: %s".formatted(request.uri(), failed.getCause()), failed);
    } catch (TimeoutException slow) {
      sent.cancel(true);
      throw new SandboxException(
          "%s took longer than %d s".formatted(request.uri(), limit.toSeconds()), slow);
    } catch (InterruptedException interrupted) {
      sent.cancel(true);
      Thread.currentThread().interrupt();
      throw new SandboxException("Interrupted while reading " + request.uri(), interrupted);
    }
  }
}
