package io.appenv.operator.sandbox;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Whether a program says that it is well. */
final class Health {

  private Health() {}

  static boolean isGood(URI address) {
    try (var client = HttpClient.newHttpClient()) {
      var request = HttpRequest.newBuilder(address).build();
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new SandboxException("Interrupted while waiting for " + address, interrupted);
    }
  }
}
