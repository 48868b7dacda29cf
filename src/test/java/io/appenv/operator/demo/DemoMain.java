package io.appenv.operator.demo;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Starts the sandbox and the operator, applies the production overlay, shows what changes until the
 * environment is Ready, and prints what exists then. Everything it started is stopped at the end,
 * on Ctrl-C too. Exits with 1 and the reason when the environment does not become Ready.
 */
public final class DemoMain {

  private static final String OVERLAY = "deploy/overlays/production";
  private static final String NAMESPACE = "shop-production";
  private static final String NAME = "production";
  private static final Path OPERATOR_LOG = Path.of("target", "demo", "operator.log");
  private static final Duration DEADLINE = Duration.ofMinutes(10);

  private DemoMain() {}

  public static void main(String[] arguments) {
    var started = new Started();
    Runtime.getRuntime().addShutdownHook(new Thread(started::stopAll, "stop"));
    try {
      run(started);
    } catch (DemoFailure failed) {
      System.out.println();
      System.out.println("The demo failed: " + failed.getMessage());
      System.out.println(
          "Logs: " + OPERATOR_LOG + " (operator), " + DemoSandbox.LOGS + " (sandbox)");
      System.exit(1);
    } catch (IOException failed) {
      System.out.println("The demo failed: " + failed);
      System.exit(1);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static void run(Started started) throws IOException, InterruptedException {
    heading("1. A Kubernetes control plane and an AWS endpoint on this machine");
    var sandbox = DemoSandbox.start(started);
    var kubectl = new Kubectl(sandbox.environment());

    heading("2. The operator, with the rights of deploy/base and nothing else");
    var operator = OperatorProcess.start(sandbox.environment(), OPERATOR_LOG, started);

    heading("3. $ kubectl apply -k " + OVERLAY);
    kubectl.run("apply", "-k", OVERLAY);
    System.out.println();
    try (var progress = new Progress(sandbox.environment(), NAMESPACE, NAME)) {
      progress.untilReady(operator, DEADLINE);
      progress.untilAutoscalersMeasure(Duration.ofSeconds(90));
    }

    heading("4. $ kubectl -n " + NAMESPACE + " get appenv,hpa,deploy,pods");
    kubectl.run("-n", NAMESPACE, "get", "appenv,hpa,deploy,pods");

    heading("5. What exists in AWS now, as AWS itself tells it");
    new AwsInventory(sandbox.environment()).print();
    if (isInteractive()) {
      heading("It keeps running. Ctrl-C to stop and remove everything.");
      System.out.println(
          "In another shell: . .sandbox/env && kubectl -n " + NAMESPACE + " get appenv");
      waitForEndOfInput();
    }
  }

  private static void heading(String text) {
    System.out.println();
    System.out.println(text);
  }

  private static boolean isInteractive() {
    Console console = System.console();
    return console != null && console.isTerminal() && System.getenv("CI") == null;
  }

  private static void waitForEndOfInput() throws IOException {
    while (System.in.read() >= 0) {
      // Whatever is typed is not for us: only the end of input or Ctrl-C ends the demo.
    }
  }
}
