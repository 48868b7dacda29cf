package io.appenv.operator.bench;

import io.appenv.operator.api.v1alpha1.AppEnvironment;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Many environments like that of {@code deploy/overlays/production}, twenty in a namespace. */
final class Fleet {

  private static final int IN_A_NAMESPACE = 20;

  /** As many as a person's scripts or a GitOps controller would have under way at once. */
  private static final int AT_ONCE = 8;

  private final KubernetesClient client;
  private final String manifest;
  private final List<Member> members;

  Fleet(KubernetesClient client, Path repository, int size) {
    this.client = client;
    this.manifest = manifest(repository);
    this.members =
        IntStream.range(0, size)
            .mapToObj(
                number ->
                    new Member(
                        client,
                        "bench-%02d".formatted(number / IN_A_NAMESPACE),
                        "shop-%04d".formatted(number)))
            .toList();
  }

  private static String manifest(Path repository) {
    try {
      return Files.readString(repository.resolve("deploy/overlays/production/environment.yaml"));
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  int size() {
    return members.size();
  }

  List<Member> members() {
    return members;
  }

  List<String> namespaces() {
    return members.stream().map(Member::namespace).distinct().toList();
  }

  void createNamespaces() {
    namespaces()
        .forEach(
            name ->
                client
                    .resource(
                        new NamespaceBuilder()
                            .withNewMetadata()
                            .withName(name)
                            .withLabels(Map.of("pod-security.kubernetes.io/enforce", "restricted"))
                            .endMetadata()
                            .build())
                    .create());
  }

  void createEnvironments() {
    each(
        member -> {
          var environment = Serialization.unmarshal(manifest, AppEnvironment.class);
          environment.getMetadata().setNamespace(member.namespace());
          environment.getMetadata().setName(member.name());
          client.resource(environment).create();
        });
  }

  /** Some at a time, and all done when it returns. */
  void each(Consumer<Member> action) {
    try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
      var running =
          members.stream().map(member -> threads.submit(() -> action.accept(member))).toList();
      for (var one : running) {
        one.get();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    } catch (ExecutionException failed) {
      throw new IllegalStateException("A change of an environment was refused.", failed.getCause());
    }
  }
}
