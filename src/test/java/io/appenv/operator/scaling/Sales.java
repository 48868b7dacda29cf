package io.appenv.operator.scaling;

import io.appenv.operator.api.v1alpha1.AppEnvironment;
import io.appenv.operator.api.v1alpha1.AppEnvironmentSpec;
import io.appenv.operator.api.v1alpha1.ScaleOverride;
import io.appenv.operator.resolver.Specs;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.time.Instant;
import java.util.List;

/** Overrides of the production environment, which has 2 to 8 backends and 2 to 6 frontends. */
final class Sales {

  /** Nine in the morning in Tokyo. */
  static final Instant START = Instant.parse("2026-12-01T00:00:00Z");

  static final Instant END = Instant.parse("2026-12-01T09:00:00Z");

  private Sales() {}

  static AppEnvironment production() {
    return Specs.environment(Specs.PRODUCTION);
  }

  static AppEnvironmentSpec spec() {
    return production().getSpec();
  }

  /** From nine to six by the clock of Tokyo. */
  static ScaleOverride sale(String name, String wishes) {
    return override(
        name,
        """
        start: "2026-12-01T09:00:00"
        end: "2026-12-01T18:00:00"
        timeZone: Asia/Tokyo
        prewarm: 10m
        %s
        """
            .formatted(wishes));
  }

  static ScaleOverride override(String name, String spec) {
    var override =
        Serialization.unmarshal(
            """
            apiVersion: appenv.io/v1alpha1
            kind: ScaleOverride
            metadata: {name: %s, namespace: shop, generation: 1}
            spec:
              environment: production
              reason: Sale
              requestedBy: aiko
            """
                    .formatted(name)
                + spec.indent(2),
            ScaleOverride.class);
    if (override.getSpec() == null) {
      throw new AssertionError(spec);
    }
    return override;
  }

  static Overrides overrides(ScaleOverride... overrides) {
    return Overrides.of(List.of(overrides), spec());
  }
}
