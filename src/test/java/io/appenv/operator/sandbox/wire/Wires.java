package io.appenv.operator.sandbox.wire;

import java.net.URI;
import java.nio.file.Path;

/** The two wires of an operator: its way to the API server and its way to AWS. */
public final class Wires implements AutoCloseable {

  private final Recording recording = new Recording();
  private final Faults faults = new Faults();
  private final Watches watches = new Watches();
  private final Proxy kubernetes;
  private final Proxy aws;

  /**
   * @param apiServer where the API server listens
   * @param authority PEM file of the authority that signed its certificate
   * @param identity PKCS 12 file with key and certificate that the proxy shows to the operator
   * @param emulator where the AWS emulator listens
   * @param operatorKey access key of the operator; requests with another are passed on unrecorded
   * @param emulation what the emulator lacks
   */
  public Wires(
      URI apiServer,
      Path authority,
      Path identity,
      URI emulator,
      String operatorKey,
      Emulation emulation) {
    var trust = Tls.trusting(authority);
    this.kubernetes =
        Proxy.toKubernetes(
            new Backend(apiServer, trust), Tls.identity(identity), recording, faults, watches);
    this.aws = Proxy.toAws(new Backend(emulator, trust), operatorKey, emulation, recording, faults);
  }

  /** What the operator takes for the API server. */
  public URI kubernetes() {
    return kubernetes.uri();
  }

  /** What the operator takes for AWS. */
  public URI aws() {
    return aws.uri();
  }

  public Recording recording() {
    return recording;
  }

  public Faults faults() {
    return faults;
  }

  /** The operator's open watches. */
  public Watches watches() {
    return watches;
  }

  @Override
  public void close() {
    kubernetes.close();
    aws.close();
  }
}
