package io.appenv.operator.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The packages of the operator and, for each, the other packages it may touch. */
final class Rooms {

  static final String ROOT = "io.appenv.operator";

  static final Map<String, List<String>> TABLE =
      Map.ofEntries(
          Map.entry("api.v1alpha1", List.of()),
          Map.entry("config", List.of()),
          Map.entry("model", List.of()),
          Map.entry("resolver", List.of("api.v1alpha1", "model")),
          Map.entry("workload", List.of("model")),
          Map.entry("autoscaling", List.of("model", "workload")),
          Map.entry("network", List.of("model", "workload")),
          Map.entry("ingress", List.of("model", "workload")),
          Map.entry("configuration", List.of("model")),
          Map.entry("release", List.of("model", "workload", "autoscaling")),
          Map.entry("database", List.of("model")),
          Map.entry("cache", List.of("model")),
          Map.entry("files", List.of("model")),
          Map.entry("publication", List.of("model")),
          Map.entry("scaling", List.of("api.v1alpha1", "model")),
          Map.entry("status", List.of("api.v1alpha1", "model")),
          Map.entry(
              "backend.aws",
              List.of(
                  "model",
                  "database",
                  "cache",
                  "network",
                  "ingress",
                  "files",
                  "configuration",
                  "publication",
                  "autoscaling")),
          Map.entry("backend.prometheus", List.of("config", "model", "autoscaling")),
          Map.entry("reading", List.of()),
          Map.entry("requests", List.of("config", "model", "autoscaling", "reading")),
          Map.entry("aggregation", List.of("config", "autoscaling", "requests")),
          Map.entry("backend.ack", List.of("api.v1alpha1", "model", "workload")),
          Map.entry("backend.incluster", List.of("model", "database", "cache", "workload")),
          Map.entry(
              "dependent",
              List.of(
                  "api.v1alpha1",
                  "model",
                  "workload",
                  "autoscaling",
                  "network",
                  "ingress",
                  "backend.incluster")),
          Map.entry("observability", List.of("api.v1alpha1", "config", "model")),
          Map.entry(
              "reconciler",
              List.of(
                  "api.v1alpha1",
                  "config",
                  "model",
                  "resolver",
                  "workload",
                  "release",
                  "scaling",
                  "autoscaling",
                  "reading",
                  "requests",
                  "aggregation",
                  "network",
                  "ingress",
                  "configuration",
                  "database",
                  "cache",
                  "files",
                  "publication",
                  "status",
                  "dependent",
                  "backend.ack",
                  "backend.incluster",
                  "observability")));

  /** No input, no output; the time is passed in. */
  static final String[] PURE = {
    "model",
    "resolver",
    "database",
    "cache",
    "files",
    "publication",
    "workload",
    "autoscaling",
    "release",
    "network",
    "ingress",
    "configuration",
    "scaling",
    "status"
  };

  /** Where Kubernetes objects are built or read. */
  static final String[] KUBERNETES = {
    "api.v1alpha1",
    "resolver",
    "workload",
    "autoscaling",
    "release",
    "network",
    "ingress",
    "scaling",
    "backend.ack",
    "backend.incluster",
    "dependent",
    "status",
    "requests",
    "aggregation",
    "reconciler",
    "observability"
  };

  private Rooms() {}

  static String[] all() {
    return TABLE.keySet().toArray(String[]::new);
  }

  static String[] in(String... rooms) {
    return Arrays.stream(rooms).map(room -> ROOT + "." + room + "..").toArray(String[]::new);
  }

  static ArchRule mayTouch(String room, List<String> others) {
    var allowed = Stream.concat(Stream.of(room), others.stream()).toArray(String[]::new);
    return classes()
        .that()
        .resideInAPackage(in(room)[0])
        .should()
        .onlyDependOnClassesThat(
            resideOutsideOfPackage(ROOT + "..").or(resideInAnyPackage(in(allowed))))
        .allowEmptyShould(true);
  }
}
