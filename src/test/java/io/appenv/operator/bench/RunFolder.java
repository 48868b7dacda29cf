package io.appenv.operator.bench;

import io.appenv.operator.sandbox.SandboxException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;

/**
 * Where a run leaves its results and the logs of the sandbox.
 *
 * @param claim kept here, because a lock ends when nobody refers to it any more
 */
record RunFolder(Path root, FileLock claim) {

  Path sandbox() {
    return root.resolve("sandbox");
  }

  Path json() {
    return root.resolve("bench.json");
  }

  /** Taken until this process ends: a second run would remove what the first one runs on. */
  static RunFolder claim(Path path) throws IOException {
    var root = path.toAbsolutePath();
    Files.createDirectories(root);
    var channel =
        FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    var lock = channel.tryLock();
    if (lock == null) {
      channel.close();
      throw new SandboxException("Another benchmark runs in this checkout; wait for its end.");
    }
    var folder = new RunFolder(root, lock);
    // A sandbox begins in an empty folder.
    remove(folder.sandbox());
    return folder;
  }

  /** Hundreds of megabytes that nobody reads; the logs stay. */
  void removeData() {
    try {
      remove(sandbox().resolve("etcd"));
    } catch (IOException failed) {
      System.err.println("Could not remove the sandbox's data: " + failed);
    }
  }

  private static void remove(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (var tree = Files.walk(folder)) {
      for (var path : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
