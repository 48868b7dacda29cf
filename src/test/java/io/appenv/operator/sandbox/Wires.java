package io.appenv.operator.sandbox;

import java.net.URI;

/** The two wires of an operator: its way to the API server and its way to AWS. */
public final class Wires implements AutoCloseable {

  private final URI kubernetes;
  private final URI aws;

  private Wires(URI kubernetes, URI aws) {
    this.kubernetes = kubernetes;
    this.aws = aws;
  }

  static Wires between(ControlPlane controlPlane, URI emulator, SandboxOptions.Pace pace) {
    return new Wires(controlPlane.server(), emulator);
  }

  public URI kubernetes() {
    return kubernetes;
  }

  public URI aws() {
    return aws;
  }

  @Override
  public void close() {}
}
