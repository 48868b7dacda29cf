package io.appenv.operator.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The keys and certificates of one sandbox: an authority, a serving certificate for the loopback
 * interface, the aggregator's client certificate, and the key that signs ServiceAccount tokens.
 */
public record Certificates(Path directory) {

  private static final String NAMES =
      "subjectAltName=IP:127.0.0.1,DNS:localhost,DNS:kubernetes.default.svc";

  public static Certificates create(Path directory) {
    var certificates = new Certificates(directory);
    try {
      Files.createDirectories(directory);
    } catch (IOException failed) {
      throw new SandboxException("Cannot write to " + directory, failed);
    }
    certificates.generate();
    return certificates;
  }

  private void generate() {
    openssl("genrsa", "-out", file("sa.key"), "2048");
    openssl("rsa", "-in", file("sa.key"), "-pubout", "-out", file("sa.pub"));
    openssl(
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-days",
        "365",
        "-subj",
        "/CN=sandbox-ca",
        "-keyout",
        file("ca.key"),
        "-out",
        file("ca.crt"));
    signed("server", "/CN=sandbox", "server.ext", NAMES);
    openssl(
        "pkcs12",
        "-export",
        "-in",
        file("server.crt"),
        "-inkey",
        file("server.key"),
        "-passout",
        "pass:sandbox",
        "-out",
        file("server.p12"));
    signed("front-proxy", "/CN=front-proxy-client", "client.ext", "extendedKeyUsage=clientAuth");
  }

  private void signed(String name, String subject, String extensionFile, String extensions) {
    try {
      Files.writeString(directory.resolve(extensionFile), extensions + System.lineSeparator());
    } catch (IOException failed) {
      throw new SandboxException("Cannot write to " + directory, failed);
    }
    openssl(
        "req",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-subj",
        subject,
        "-keyout",
        file(name + ".key"),
        "-out",
        file(name + ".csr"));
    openssl(
        "x509",
        "-req",
        "-in",
        file(name + ".csr"),
        "-CA",
        file("ca.crt"),
        "-CAkey",
        file("ca.key"),
        "-CAcreateserial",
        "-days",
        "365",
        "-extfile",
        file(extensionFile),
        "-out",
        file(name + ".crt"));
  }

  private void openssl(String... arguments) {
    var command = new ArrayList<>(List.of("openssl"));
    command.addAll(Arrays.asList(arguments));
    Commands.run(directory, Map.of(), command);
  }

  private String file(String name) {
    return directory.resolve(name).toString();
  }

  public Path authority() {
    return directory.resolve("ca.crt");
  }

  Path serverKey() {
    return directory.resolve("server.key");
  }

  Path serverCertificate() {
    return directory.resolve("server.crt");
  }

  /** Key and certificate in one file, as Java reads them. */
  public Path serverIdentity() {
    return directory.resolve("server.p12");
  }

  Path path(String name) {
    return directory.resolve(name);
  }
}
