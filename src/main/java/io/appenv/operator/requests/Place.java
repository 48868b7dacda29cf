package io.appenv.operator.requests;

import io.appenv.operator.autoscaling.RequestWant;
import io.appenv.operator.model.RequestSource;

/** Where numbers are read, each with a rhythm of its own, so that none holds up another. */
sealed interface Place {

  /** CloudWatch in a region of AWS. */
  record Region(String name) implements Place {}

  record Prometheus() implements Place {}

  static Place of(RequestWant want) {
    return switch (want.source()) {
      case RequestSource.Prometheus _ -> new Prometheus();
      case RequestSource.LoadBalancer _, RequestSource.CloudWatch _, RequestSource.External _ ->
          new Region(want.region().orElse(""));
    };
  }
}
