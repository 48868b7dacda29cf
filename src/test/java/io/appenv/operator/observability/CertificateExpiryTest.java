package io.appenv.operator.observability;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.api.v1alpha1.AppEnvironment;
import io.appenv.operator.api.v1alpha1.AppEnvironmentStatus;
import io.appenv.operator.api.v1alpha1.CertificateStatus;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CertificateExpiryTest {

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final CertificateExpiry expiry =
      new CertificateExpiry(meters, InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z")));

  @Test
  void theTimeThatIsLeftIsShownAsLongAsThereIsACertificate() {
    expiry.show(environment("2026-01-01T01:00:00Z"));
    assertThat(left()).isEqualTo(3600);

    expiry.show(environment("2026-01-02T00:00:00Z"));
    assertThat(left()).isEqualTo(86_400);

    expiry.show(environment(null));
    assertThat(meters.getMeters()).isEmpty();
  }

  @Test
  void whatHasGoneIsNotShown() {
    var environment = environment("2026-01-01T01:00:00Z");
    expiry.show(environment);
    expiry.forget(environment);

    assertThat(meters.getMeters()).isEmpty();
  }

  private double left() {
    return meters
        .get("appenv.certificate.expiry.seconds")
        .tags("namespace", "shop", "name", "production")
        .gauge()
        .value();
  }

  private static AppEnvironment environment(@Nullable String notAfter) {
    var environment = new AppEnvironment();
    environment.setMetadata(
        new ObjectMetaBuilder().withNamespace("shop").withName("production").build());
    environment.setStatus(
        notAfter == null
            ? AppEnvironmentStatus.empty()
            : Serialization.unmarshal(
                Serialization.asYaml(
                    Map.of(
                        "certificate",
                        new CertificateStatus("arn", "ISSUED", notAfter, null, null))),
                AppEnvironmentStatus.class));
    return environment;
  }
}
