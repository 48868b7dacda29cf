package io.appenv.operator.testing;

import io.appenv.operator.sandbox.Sandbox;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a cluster on AWS has beside the operator: the AWS Load Balancer Controller, security groups
 * for pods, and a way for the API server to the operator's metrics.
 */
public final class Surroundings implements AutoCloseable {

  private static final Path GROUPS_OF_PODS =
      Path.of("src/test/resources/vpcresources/securitygrouppolicies.yaml");

  private final Sandbox sandbox;
  private final TestIngressClasses classes;
  private final ServedMetrics metrics;

  public Surroundings(Sandbox sandbox) {
    this.sandbox = sandbox;
    this.classes = new TestIngressClasses(sandbox.admin()).withBalancer();
    this.metrics = new ServedMetrics(sandbox);
    metrics.prepare();
    carryGroups(sandbox);
  }

  /** Has the cluster serve the kind by which pods carry security groups. */
  public static void carryGroups(Sandbox sandbox) {
    try (var definition = definition()) {
      sandbox.admin().load(definition).create();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Takes that kind away; an operator that still runs would watch what is not served. */
  public static void carryNoGroups(Sandbox sandbox) {
    try (var definition = definition()) {
      sandbox.admin().load(definition).delete();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static InputStream definition() throws IOException {
    return Files.newInputStream(GROUPS_OF_PODS);
  }

  /** Of the operator, for the Java machine, with others. */
  public List<String> settingsAnd(List<String> others) {
    return Stream.of(others, metrics.settings()).flatMap(List::stream).toList();
  }

  /** To be closed when the operator has ended. */
  @Override
  public void close() {
    carryNoGroups(sandbox);
    metrics.remove();
    classes.close();
  }
}
