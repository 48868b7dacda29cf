package io.appenv.operator.sandbox;

import io.appenv.operator.sandbox.emulation.AwsEmulation;
import io.appenv.operator.sandbox.programs.AckPrograms;
import io.appenv.operator.sandbox.programs.Binaries;
import io.appenv.operator.sandbox.wire.Wires;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * A running control plane and AWS endpoint, with the operator's rights and the network of an
 * environment prepared. Everything listens on the loopback interface, on free ports.
 */
public final class Sandbox implements AutoCloseable {

  private final SandboxOptions options;
  private final Deque<AutoCloseable> started;
  private final ControlPlane controlPlane;
  private final Emulator emulator;
  private final AwsEmulation emulation;
  private final Wires wires;
  private final AwsFoundation foundation;
  private final Path operatorKubeconfig;
  private final KubernetesClient admin;
  private final Path python;

  private Sandbox(SandboxOptions options, Deque<AutoCloseable> started) {
    this.options = options;
    this.started = started;
    var tools = Tools.provide(options);
    this.python = tools.python();
    this.controlPlane =
        keep(ControlPlane.start(options.directory(), tools.binaries(), options.progress()));
    options.progress().accept("starting the AWS endpoint");
    this.emulator = keep(Emulator.start(options.directory(), tools.python()));
    this.emulation = AwsEmulation.at(options.pace());
    this.wires = keep(wires(controlPlane, emulator, emulation));
    this.foundation = AwsFoundation.create(emulator.uri());
    options.progress().accept("giving the operator the rights of deploy/base");
    this.operatorKubeconfig =
        new OperatorIdentity(options.repository(), controlPlane)
            .grant(options.directory().resolve("operator.kubeconfig"), wires.kubernetes());
    this.admin =
        keep(
            new KubernetesClientBuilder()
                .withConfig(Config.fromKubeconfig(adminKubeconfig().toFile()))
                .build());
    options.progress().accept("ready");
  }

  private static Wires wires(ControlPlane plane, Emulator emulator, AwsEmulation emulation) {
    return new Wires(
        plane.server(),
        plane.authority(),
        plane.certificates().serverIdentity(),
        emulator.uri(),
        AwsFoundation.ACCESS_KEY,
        emulation);
  }

  /** Starts everything and returns when it answers; leaves nothing behind when it fails. */
  public static Sandbox start(SandboxOptions options) {
    var started = new ArrayDeque<AutoCloseable>();
    try {
      Files.createDirectories(options.directory());
      return new Sandbox(options, started);
    } catch (IOException failed) {
      throw new SandboxException("Cannot write to " + options.directory(), failed);
    } catch (RuntimeException failed) {
      closeAll(started);
      throw failed;
    }
  }

  private <T extends AutoCloseable> T keep(T part) {
    started.push(part);
    return part;
  }

  /** Starts the ACK controllers; they run until they or the sandbox are closed. */
  public AutoCloseable startAck() {
    var programs =
        new AckPrograms(options.repository(), SandboxOptions.cache(), options.progress()).provide();
    options.progress().accept("starting the ACK controllers");
    var processes = new ArrayDeque<AutoCloseable>();
    new AckControllers(programs, options.directory(), controlPlane.kubectl(), wires.aws())
        .start(
            options.repository().resolve("deploy/ack"), process -> processes.push(keep(process)));
    return () -> closeAll(processes);
  }

  /** Where logs, data and kubeconfigs are. */
  public Path directory() {
    return options.directory();
  }

  public Path repository() {
    return options.repository();
  }

  public ControlPlane controlPlane() {
    return controlPlane;
  }

  /** The API server itself, past the recording. */
  public URI apiServer() {
    return controlPlane.server();
  }

  /** PEM file of the authority behind the certificates of the API server and of its proxy. */
  public Path certificateAuthority() {
    return controlPlane.authority();
  }

  /** An administrator, straight to the API server. */
  public Path adminKubeconfig() {
    return controlPlane.adminKubeconfig();
  }

  /** An administrator's client, straight to the API server; closed with the sandbox. */
  public KubernetesClient admin() {
    return admin;
  }

  /** The operator's own ServiceAccount, through the recording proxy. */
  public Path operatorKubeconfig() {
    return operatorKubeconfig;
  }

  /** The kubectl program. */
  public Path kubectl() {
    return controlPlane.kubectl().program();
  }

  /** A program of the Python environment that the AWS emulator runs in. */
  public Path pythonProgram(String name) {
    return python.resolve(name);
  }

  /** The AWS emulator itself, past the recording: for looking at what really exists. */
  public URI moto() {
    return emulator.uri();
  }

  /** What stands before the AWS emulator: for making AWS slow, busy or broken. */
  public AwsEmulation emulation() {
    return emulation;
  }

  /** The recorded ways to the API server and to AWS. */
  public Wires wires() {
    return wires;
  }

  public AwsFoundation foundation() {
    return foundation;
  }

  /** All that an operator process needs to be told, apart from KUBECONFIG. */
  public Map<String, String> awsEnvironment() {
    return Map.of(
        "AWS_ENDPOINT_URL", wires.aws().toString(),
        "AWS_REGION", AwsFoundation.REGION,
        "AWS_ACCESS_KEY_ID", AwsFoundation.ACCESS_KEY,
        "AWS_SECRET_ACCESS_KEY", AwsFoundation.ACCESS_KEY,
        "AWS_EC2_METADATA_DISABLED", "true");
  }

  @Override
  public void close() {
    closeAll(started);
  }

  private static synchronized void closeAll(Deque<AutoCloseable> started) {
    while (!started.isEmpty()) {
      try {
        started.pop().close();
      } catch (Exception failed) {
        System.err.println("sandbox: could not stop a part: " + failed);
      }
    }
  }

  /** What has to be built or installed once. */
  private record Tools(Path binaries, Path python) {

    static Tools provide(SandboxOptions options) {
      var cache = SandboxOptions.cache();
      var python =
          CompletableFuture.supplyAsync(
              () -> new PythonTools(options.repository(), cache, options.progress()).provide());
      var binaries = new Binaries(options.repository(), cache, options.progress()).provide();
      try {
        return new Tools(binaries, python.join());
      } catch (CompletionException failed) {
        throw failed.getCause() instanceof SandboxException known ? known : failed;
      }
    }
  }
}
