package io.appenv.operator.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.appenv.operator.sandbox.programs.PrometheusPrograms;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A real Prometheus on a free port of the loopback interface, which reads one program. */
public final class Prometheus implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String CONFIGURATION =
      """
      global: {scrape_interval: 1s, evaluation_interval: 1s}
      rule_files: [%s]
      scrape_configs:
      - job_name: tested
        metrics_path: %s
        static_configs: [{targets: ['%s']}]
      """;

  private final ManagedProcess process;
  private final URI uri;

  private Prometheus(ManagedProcess process, URI uri) {
    this.process = process;
    this.uri = uri;
  }

  /** Where its programs are; empty where this machine has no way to get them. */
  public static Optional<Path> programs() {
    return new PrometheusPrograms(
            SandboxOptions.cache(), message -> System.err.println("sandbox: " + message))
        .find();
  }

  /**
   * @param programs the folder that {@link #programs} found
   * @param target what it reads, every second
   * @param rules files of rules in its own form
   */
  public static Prometheus start(Sandbox sandbox, Path programs, URI target, List<Path> rules) {
    var directory = sandbox.directory().resolve("prometheus");
    var port = FreePorts.one();
    try {
      Files.createDirectories(directory);
      Files.writeString(
          directory.resolve("prometheus.yml"),
          CONFIGURATION.formatted(
              rules.stream()
                  .map(it -> it.toAbsolutePath().toString())
                  .collect(Collectors.joining(", ")),
              target.getPath(),
              target.getAuthority()));
    } catch (IOException failed) {
      throw new SandboxException("Cannot write to " + directory, failed);
    }
    var process =
        ManagedProcess.start(
            "prometheus",
            directory,
            Map.of(),
            List.of(
                programs.resolve("prometheus").toString(),
                "--config.file=" + directory.resolve("prometheus.yml"),
                "--storage.tsdb.path=" + directory.resolve("data"),
                "--web.listen-address=127.0.0.1:" + port));
    var started = new Prometheus(process, URI.create("http://127.0.0.1:" + port));
    Waiting.until(
        "Prometheus to answer", process, () -> Health.isGood(started.uri.resolve("/-/ready")));
    return started;
  }

  public URI uri() {
    return uri;
  }

  /** The rows that a query gives now. */
  public List<JsonNode> query(String query) {
    var answer = get("/api/v1/query?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
    if (!answer.path("status").asText().equals("success")) {
      throw new SandboxException("Prometheus refuses %s: %s".formatted(query, answer));
    }
    return answer.path("data").path("result").valueStream().toList();
  }

  /** Names of the rules that it has read, with what was wrong with each when it was evaluated. */
  public Map<String, String> rules() {
    return get("/api/v1/rules")
        .path("data")
        .path("groups")
        .valueStream()
        .flatMap(group -> group.path("rules").valueStream())
        .collect(
            Collectors.toMap(
                rule -> rule.path("name").asText(), rule -> rule.path("lastError").asText("")));
  }

  private JsonNode get(String path) {
    try (var client = HttpClient.newHttpClient()) {
      var request = HttpRequest.newBuilder(uri.resolve(path)).build();
      return JSON.readTree(client.send(request, HttpResponse.BodyHandlers.ofString()).body());
    } catch (IOException failed) {
      throw new SandboxException("Prometheus does not answer: " + failed, failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new SandboxException("Interrupted while Prometheus was asked.", interrupted);
    }
  }

  @Override
  public void close() {
    process.close();
  }
}
