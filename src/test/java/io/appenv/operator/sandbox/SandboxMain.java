package io.appenv.operator.sandbox;

import io.appenv.operator.sandbox.background.BackgroundSandbox;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The sandbox for people: {@code start} leaves it running in the background, {@code stop} ends it.
 */
public final class SandboxMain {

  private SandboxMain() {}

  /**
   * Ends with 0 when the sandbox is then as was asked for, with 1 and the reason when not.
   *
   * @param arguments start, start-ack (with the ACK controllers) or stop
   */
  public static void main(String[] arguments) throws InterruptedException {
    var sandbox = new BackgroundSandbox(SandboxOptions.repositoryRoot());
    try {
      switch (arguments.length == 1 ? arguments[0] : "") {
        case "start" -> start(sandbox, false);
        case "start-ack" -> start(sandbox, true);
        case "stop" -> stop(sandbox);
        default -> {
          System.err.println("Say what to do with the sandbox: start, start-ack or stop.");
          System.exit(2);
        }
      }
    } catch (SandboxException failed) {
      System.err.println(failed.getMessage());
      System.exit(1);
    }
  }

  private static void start(BackgroundSandbox sandbox, boolean withAck)
      throws InterruptedException {
    if (sandbox.isReady()) {
      System.out.println("A sandbox runs here already.");
    } else {
      startStoppedOnInterrupt(sandbox, withAck);
      System.out.println("The sandbox is ready.");
    }
    System.out.println(
        """

          . .sandbox/env       KUBECONFIG, the AWS variables and kubectl, for this shell
          make run             the operator, in the foreground of another shell
          make sandbox-down    to stop the sandbox\
        """);
  }

  private static void startStoppedOnInterrupt(BackgroundSandbox sandbox, boolean withAck)
      throws InterruptedException {
    var isOver = new AtomicBoolean();
    var stop = new Thread(() -> stopUnless(isOver, sandbox), "stop");
    if (!sandbox.isRunning()) {
      Runtime.getRuntime().addShutdownHook(stop);
    }
    System.out.println("Starting a Kubernetes control plane and an AWS endpoint.");
    try {
      sandbox.start(withAck);
    } catch (SandboxException failed) {
      if (stop.isAlive()) {
        // Ctrl-C: there is nothing to say that the person does not know. The end of the stop is
        // the end of this process.
        Thread.sleep(Long.MAX_VALUE);
      }
      throw new SandboxException(
          "%nThe sandbox did not start: %s%nLogs: %s"
              .formatted(failed.getMessage(), sandbox.logs()),
          failed);
    } finally {
      isOver.set(true);
    }
  }

  private static void stopUnless(AtomicBoolean isOver, BackgroundSandbox sandbox) {
    if (!isOver.get()) {
      System.out.println("Interrupted: stopping what was started.");
      sandbox.stop();
    }
  }

  private static void stop(BackgroundSandbox sandbox) {
    if (sandbox.isRunning()) {
      System.out.println("Stopping the sandbox.");
    }
    System.out.println(sandbox.stop() ? "It is stopped." : "No sandbox runs here.");
  }
}
