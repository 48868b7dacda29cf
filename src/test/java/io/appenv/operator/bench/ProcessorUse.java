package io.appenv.operator.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Seconds of processor time, by program; of the whole machine under {@link #MACHINE}. */
record ProcessorUse(Map<String, Double> seconds) {

  static final String MACHINE = "whole machine";
  private static final String OPERATOR = "operator";
  private static final String BENCHMARK = "benchmark and recording";

  /** Of the kernel's clock in /proc/stat, on every common architecture. */
  private static final double TICKS_A_SECOND = 100;

  /** user, nice, system; then idle and iowait; then irq, softirq, steal. */
  private static final int[] BUSY_COLUMNS = {1, 2, 3, 6, 7, 8};

  static ProcessorUse now(long operator) {
    var self = ProcessHandle.current();
    var seconds = new TreeMap<String, Double>();
    Stream.concat(Stream.of(self), self.descendants())
        .forEach(
            process ->
                seconds.merge(
                    name(process, self.pid(), operator),
                    seconds(process.info().totalCpuDuration().orElse(Duration.ZERO)),
                    Double::sum));
    seconds.put(MACHINE, machine());
    return new ProcessorUse(seconds);
  }

  private static String name(ProcessHandle process, long self, long operator) {
    if (process.pid() == self) {
      return BENCHMARK;
    }
    if (process.pid() == operator) {
      return OPERATOR;
    }
    var program =
        process
            .info()
            .command()
            .map(command -> Path.of(command).getFileName().toString())
            .orElse("");
    return program.startsWith("python") ? "AWS emulator (moto)" : program;
  }

  private static double machine() {
    try (var lines = Files.lines(Path.of("/proc/stat"))) {
      var columns = lines.findFirst().orElseThrow().trim().split("\\s+");
      return Arrays.stream(BUSY_COLUMNS).mapToLong(column -> Long.parseLong(columns[column])).sum()
          / TICKS_A_SECOND;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }

  /** What was used since then, the most first. */
  Map<String, Double> since(ProcessorUse before) {
    var used = new LinkedHashMap<String, Double>();
    seconds.entrySet().stream()
        .map(
            it ->
                Map.entry(
                    it.getKey(), it.getValue() - before.seconds.getOrDefault(it.getKey(), 0.0)))
        .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
        .forEach(it -> used.put(it.getKey(), Math.round(it.getValue() * 10) / 10.0));
    return used;
  }
}
