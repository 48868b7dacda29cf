package io.appenv.operator.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What the kernel says of a process's memory, in MiB.
 *
 * @param resident now
 * @param peak the most it ever was
 */
record Memory(long resident, long peak) {

  private static final long KIB_IN_MIB = 1024;

  static Memory of(long pid) {
    try {
      var status = Files.readAllLines(Path.of("/proc", Long.toString(pid), "status"));
      return new Memory(field(status, "VmRSS:"), field(status, "VmHWM:"));
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  private static long field(Iterable<String> status, String name) {
    for (var line : status) {
      if (line.startsWith(name)) {
        return Long.parseLong(line.replaceAll("\\D", "")) / KIB_IN_MIB;
      }
    }
    return 0;
  }
}
