package io.appenv.operator.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The packaged operator as a process of its own, under its own ServiceAccount. */
record OperatorProcess(Process process, Path log) {

  private static final long GRACE_SECONDS = 20;

  static OperatorProcess start(ShellEnvironment environment, Path log, Started started)
      throws IOException {
    Files.createDirectories(log.toAbsolutePath().getParent());
    var builder =
        new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx160m",
                // Any free port: 8080 is often taken on a developer's machine.
                "-Dquarkus.http.port=0",
                "-Dquarkus.http.host=127.0.0.1",
                "-jar",
                "target/quarkus-app/quarkus-run.jar"));
    builder.environment().putAll(environment.variables());
    builder.environment().put("KUBECONFIG", environment.get("OPERATOR_KUBECONFIG"));
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    var operator = new OperatorProcess(builder.start(), log);
    started.add(operator::stop);
    System.out.println("pid " + operator.process.pid() + ", log in " + log);
    return operator;
  }

  boolean isAlive() {
    return process.isAlive();
  }

  private void stop() {
    process.destroy();
    try {
      if (!process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException interrupted) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
