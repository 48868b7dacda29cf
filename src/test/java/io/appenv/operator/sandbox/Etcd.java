package io.appenv.operator.sandbox;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** What a test may do to the store of the cluster. */
record Etcd(URI uri) {

  /** Raises or ends the alarm that etcd itself raises when its space is used up. */
  void useUpSpace(boolean used) {
    var action = used ? "ACTIVATE" : "DEACTIVATE";
    var body = "{\"action\": \"%s\", \"memberID\": \"%s\", \"alarm\": \"NOSPACE\"}";
    post("/v3/maintenance/alarm", body.formatted(action, memberId()));
  }

  private String memberId() {
    var answer = post("/v3/cluster/member/list", "{}");
    return answer.replaceAll("(?s).*\"members\":\\[\\{\"ID\":\"(\\d+)\".*", "$1");
  }

  private String post(String path, String body) {
    var request =
        HttpRequest.newBuilder(uri.resolve(path))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try (var client = HttpClient.newHttpClient()) {
      var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new SandboxException("etcd refused %s: %s".formatted(path, answer.body()));
      }
      return answer.body();
    } catch (IOException failed) {
      throw new SandboxException("etcd does not answer: " + failed, failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new SandboxException("Interrupted.", interrupted);
    }
  }
}
