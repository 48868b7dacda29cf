package io.appenv.operator.sandbox.background;

import io.appenv.operator.sandbox.Folders;
import io.appenv.operator.sandbox.KnownProcess;
import io.appenv.operator.sandbox.Sandbox;
import io.appenv.operator.sandbox.SandboxException;
import io.appenv.operator.sandbox.SandboxOptions;
import io.appenv.operator.sandbox.emulation.Pace;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CountDownLatch;

/** The process that holds the sandbox, until it is told to end. */
public final class Keeper {

  private Keeper() {}

  /**
   * Runs until SIGTERM.
   *
   * @param arguments root of the checkout, and whether the ACK controllers are wanted
   */
  public static void main(String[] arguments) throws InterruptedException {
    var files = new SandboxFiles(Path.of(arguments[0]));
    try (var lock = lock(files.lock())) {
      lock.acquiredBy();
      hold(files, Boolean.parseBoolean(arguments[1]));
    } catch (RuntimeException | IOException failed) {
      Messages.FAILURE.say(
          failed instanceof SandboxException
              ? String.valueOf(failed.getMessage())
              : failed.toString());
      failed.printStackTrace();
      System.exit(1);
    }
  }

  private static void hold(SandboxFiles files, boolean withAck)
      throws IOException, InterruptedException {
    KnownProcess.of(ProcessHandle.current()).write(files.pid());
    var end = new OrderlyEnd(files, Thread.currentThread());
    Runtime.getRuntime().addShutdownHook(new Thread(end::run, "stop"));
    try {
      Leftovers.stop(files.run());
      Folders.delete(files.run());
      end.started(start(files, withAck));
    } finally {
      end.startIsOver();
    }
    new CountDownLatch(1).await();
  }

  private static FileLock lock(Path file) throws IOException {
    var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    var lock = channel.tryLock();
    if (lock == null) {
      throw new SandboxException("another one is being started here at this moment.");
    }
    return lock;
  }

  private static Sandbox start(SandboxFiles files, boolean withAck) throws IOException {
    var sandbox =
        Sandbox.start(
            new SandboxOptions(files.repository(), files.run(), Pace.DEMO, Messages.STEP::say));
    if (withAck) {
      sandbox.startAck();
    }
    Exports.write(files.exports(), sandbox);
    return sandbox;
  }
}
