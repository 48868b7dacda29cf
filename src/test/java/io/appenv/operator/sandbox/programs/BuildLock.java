package io.appenv.operator.sandbox.programs;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.util.function.Consumer;

/** One at a time on a machine: a second sandbox waits and then finds everything there. */
final class BuildLock {

  private BuildLock() {}

  static void hold(Path cache, Consumer<String> progress, Work work) throws IOException {
    try (var file = new RandomAccessFile(cache.resolve("build.lock").toFile(), "rw");
        var lock = lock(file.getChannel(), progress)) {
      lock.acquiredBy();
      work.run();
    }
  }

  private static FileLock lock(FileChannel channel, Consumer<String> progress) throws IOException {
    var lock = channel.tryLock();
    if (lock != null) {
      return lock;
    }
    progress.accept("waiting for another sandbox that is getting the programs");
    return channel.lock();
  }

  @FunctionalInterface
  interface Work {
    void run() throws IOException;
  }
}
