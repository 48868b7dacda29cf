package io.appenv.operator.testing;

import io.appenv.operator.sandbox.Sandbox;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Whatever is stored in a namespace, of every kind that the cluster has. */
public final class NamespaceContents {

  private NamespaceContents() {}

  /** Kinds and names, as kubectl has them; without events, which go by themselves. */
  public static SortedSet<String> of(Sandbox sandbox, String namespace) {
    var kubectl = sandbox.controlPlane().kubectl();
    var kinds =
        kubectl
            .run("api-resources", "--namespaced", "--verbs=list", "-o", "name")
            .lines()
            .filter(NamespaceContents::isStored)
            .collect(Collectors.joining(","));
    return kubectl
        .run("get", kinds, "--namespace", namespace, "--ignore-not-found", "-o", "name")
        .lines()
        .filter(line -> !line.contains(" ")) // Warnings of deprecated kinds.
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean isStored(String kind) {
    return !kind.endsWith("metrics.k8s.io")
        && !List.of("events", "events.events.k8s.io").contains(kind);
  }
}
