package io.appenv.operator.demo;

import io.appenv.operator.sandbox.SandboxException;
import io.appenv.operator.sandbox.background.BackgroundSandbox;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The sandbox of this working copy: the one that runs already, which then goes on running, or one
 * started for the demo and stopped with it.
 */
record DemoSandbox(ShellEnvironment environment, Path logs) {

  static DemoSandbox start(Path repository, Started started)
      throws IOException, InterruptedException {
    var sandbox = new BackgroundSandbox(repository);
    if (sandbox.isRunning()) {
      System.out.println("One runs here already: it is used, and goes on running afterwards.");
    } else {
      // Registered first: a start that is interrupted has left processes too.
      started.add("the sandbox", sandbox::stop);
    }
    try {
      sandbox.start(false);
    } catch (SandboxException failed) {
      throw new DemoFailure("the sandbox did not start: " + failed.getMessage());
    }
    return new DemoSandbox(ShellEnvironment.read(sandbox.exports()), sandbox.logs());
  }
}
