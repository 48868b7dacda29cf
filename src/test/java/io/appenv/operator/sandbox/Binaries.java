package io.appenv.operator.sandbox;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Where the programs of the control plane come from: a folder that was named, the cache, or a build
 * from Go modules into the cache.
 */
final class Binaries {

  /** Names a folder that holds all programs, instead of cache and build. */
  static final String FOLDER_PROPERTY = "appenv.sandbox.bin";

  private static final String FOLDER_VARIABLE = "APPENV_SANDBOX_BIN";
  private static final String KUBERNETES = "v1.35.4";
  private static final String VERSION_FLAGS =
      "-s -w -X k8s.io/component-base/version.gitVersion="
          + KUBERNETES
          + " -X k8s.io/component-base/version.gitMajor=1"
          + " -X k8s.io/component-base/version.gitMinor=35";

  /** Program, module folder, Go package, and about how long two cores take the first time. */
  private record Program(String name, String module, String goPackage, String usually) {}

  private static final List<Program> PROGRAMS =
      List.of(
          new Program("etcd", "controlplane", "go.etcd.io/etcd/server/v3", "1 minute"),
          new Program(
              "kube-apiserver",
              "controlplane",
              "k8s.io/kubernetes/cmd/kube-apiserver",
              "4 minutes"),
          new Program(
              "kube-controller-manager",
              "controlplane",
              "k8s.io/kubernetes/cmd/kube-controller-manager",
              "1 minute"),
          new Program(
              "kube-scheduler", "controlplane", "k8s.io/kubernetes/cmd/kube-scheduler", "20 s"),
          new Program("kubectl", "controlplane", "k8s.io/kubernetes/cmd/kubectl", "20 s"),
          new Program("kwok", "kwok", "sigs.k8s.io/kwok/cmd/kwok", "1 minute"),
          new Program(
              "metrics-server",
              "metrics-server",
              "sigs.k8s.io/metrics-server/cmd/metrics-server",
              "2 minutes"));

  private final Path modules;
  private final Path cache;
  private final Consumer<String> progress;

  /**
   * @param repository root of the checkout, which holds the Go modules under {@code sandbox/}
   * @param cache folder that outlives checkouts
   */
  Binaries(Path repository, Path cache, Consumer<String> progress) {
    this.modules = repository.resolve("sandbox");
    this.cache = cache;
    this.progress = progress;
  }

  /** The folder with every program and with KWOK's configuration under {@code kwok.d}. */
  Path provide() {
    var named = System.getProperty(FOLDER_PROPERTY, System.getenv(FOLDER_VARIABLE));
    if (named != null) {
      requireComplete(Path.of(named));
      return Path.of(named);
    }
    var folder = cache.resolve("controlplane-" + contentHash());
    return isComplete(folder) ? folder : build(folder);
  }

  private static boolean isComplete(Path folder) {
    return Files.isDirectory(folder.resolve("kwok.d"))
        && PROGRAMS.stream()
            .allMatch(program -> Files.isExecutable(folder.resolve(program.name())));
  }

  private static void requireComplete(Path folder) {
    if (!isComplete(folder)) {
      throw new SandboxException(
          "%s lacks one of %s or the folder kwok.d."
              .formatted(folder, PROGRAMS.stream().map(Program::name).toList()));
    }
  }

  /** One build at a time on a machine: a second sandbox waits and then finds everything there. */
  private Path build(Path folder) {
    requireGo();
    try {
      Files.createDirectories(folder);
      try (var file = new RandomAccessFile(cache.resolve("build.lock").toFile(), "rw");
          var lock = file.getChannel().lock()) {
        lock.acquiredBy();
        PROGRAMS.forEach(program -> build(program, folder));
        copyKwokConfiguration(folder);
      }
      return folder;
    } catch (IOException failed) {
      throw new SandboxException("Cannot write to " + folder, failed);
    }
  }

  private static void requireGo() {
    if (!Commands.exists("go", "version")) {
      throw new SandboxException(
          "The sandbox builds its control plane from Go modules the first time, and there is no go"
              + " on the PATH. Install Go 1.25 or newer, or name a folder with the programs in "
              + FOLDER_VARIABLE
              + ".");
    }
  }

  private void build(Program program, Path folder) {
    var target = folder.resolve(program.name());
    if (Files.isExecutable(target)) {
      return;
    }
    progress.accept(
        "building %s from Go modules (about %s the first time on two cores)"
            .formatted(program.name(), program.usually()));
    var started = Instant.now();
    var unfinished = folder.resolve(program.name() + ".unfinished");
    Commands.run(
        modules.resolve(program.module()),
        Map.of("CGO_ENABLED", "0"),
        List.of(
            "go",
            "build",
            "-trimpath",
            "-ldflags",
            VERSION_FLAGS,
            "-o",
            unfinished.toString(),
            program.goPackage()));
    try {
      Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException failed) {
      throw new SandboxException("Cannot write to " + target, failed);
    }
    progress.accept(
        "built %s in %d s"
            .formatted(program.name(), Duration.between(started, Instant.now()).toSeconds()));
  }

  /** KWOK ships what its fake nodes and pods do as files of its module. */
  private void copyKwokConfiguration(Path folder) throws IOException {
    var module =
        Commands.run(
                modules.resolve("kwok"),
                Map.of(),
                List.of("go", "list", "-m", "-f", "{{.Dir}}", "sigs.k8s.io/kwok"))
            .strip();
    var kustomize = Path.of(module, "kustomize");
    var unfinished = Files.createDirectories(folder.resolve("kwok.d.unfinished"));
    for (var part :
        List.of(
            "crd",
            "stage/node/fast",
            "stage/node/heartbeat",
            "stage/pod/fast",
            "metrics/resource",
            "metrics/usage")) {
      copyYaml(kustomize.resolve(part), unfinished.resolve(part.replace('/', '-')));
    }
    Files.move(unfinished, folder.resolve("kwok.d"), StandardCopyOption.ATOMIC_MOVE);
  }

  private static void copyYaml(Path from, Path to) throws IOException {
    var files = new ArrayList<Path>();
    try (var tree = Files.walk(from)) {
      tree.filter(file -> file.toString().endsWith(".yaml"))
          .filter(file -> !file.endsWith("kustomization.yaml"))
          .forEach(files::add);
    }
    Files.createDirectories(to);
    for (var file : files) {
      Files.write(to.resolve(file.getFileName()), Files.readAllBytes(file));
    }
  }

  /** A changed module file or version makes another folder. */
  private String contentHash() {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update(VERSION_FLAGS.getBytes(StandardCharsets.UTF_8));
      for (var module : List.of("controlplane", "kwok", "metrics-server")) {
        digest.update(Files.readAllBytes(modules.resolve(module).resolve("go.mod")));
        digest.update(Files.readAllBytes(modules.resolve(module).resolve("go.sum")));
      }
      return HexFormat.of().formatHex(digest.digest()).substring(0, 12);
    } catch (IOException missing) {
      throw new SandboxException("The Go modules under sandbox/ are not readable.", missing);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
