package io.appenv.operator.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.api.v1alpha1.AppEnvironmentStatus;
import io.appenv.operator.api.v1alpha1.CertificateStatus;
import io.appenv.operator.model.Certificate;
import io.appenv.operator.model.Component;
import io.appenv.operator.model.DriftMemory;
import io.appenv.operator.model.Failure;
import io.appenv.operator.model.NetworkFinding;
import io.appenv.operator.model.Observed;
import io.appenv.operator.model.Plan;
import io.appenv.operator.model.Reason;
import io.appenv.operator.model.Sighting;
import io.appenv.operator.resolver.Specs;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IngressVerdictTest {

  private static final String HOST = "shop.example.com";
  private static final String ARN = "arn:aws:acm:ap-northeast-1:111122223333:certificate/0a1b";
  private static final String SPEC =
      Specs.PRODUCTION.replace(
          "vpc: {id: vpc-1}",
          "vpc: {id: vpc-1}, ingress: {host: %s, certificate: {arn: '%s'}}".formatted(HOST, ARN));
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final Optional<NetworkFinding> NO_FINDING = Optional.empty();

  @Test
  void itIsReadyOnceItsLoadBalancerHasAnAddress() {
    var waiting = status(report(HOST, null, NO_FINDING), Sighting.unseen());
    var served = status(report(HOST, "lb.example.com", NO_FINDING), Sighting.unseen());

    assertThat(told(waiting)).isEqualTo("False Creating");
    assertThat(told(served)).isEqualTo("True Available");
    assertThat(Objects.requireNonNull(served.endpoints()).api()).isEqualTo("https://" + HOST);
    assertThat(Objects.requireNonNull(served.endpoints()).loadBalancer())
        .isEqualTo("lb.example.com");
  }

  @Test
  void aFormerHostIsNotTheDeclaredOne() {
    var former = status(report("old.example.com", "lb.example.com", NO_FINDING), Sighting.unseen());

    assertThat(told(former)).isEqualTo("False Creating");
    assertThat(Objects.requireNonNull(former.endpoints()).api())
        .isEqualTo("https://old.example.com");
  }

  @Test
  void whatStandsInTheWayIsTheReason() {
    var failure = new Failure.Terminal(Component.INGRESS, Reason.HOST_IN_USE, "Another has it.");
    var status = status(report(null, null, NO_FINDING), Sighting.unseen(), failure);

    assertThat(told(status)).isEqualTo("False HostInUse");
    assertThat(status.message()).isEqualTo("Another has it.");
    assertThat(Objects.requireNonNull(status.endpoints()).api()).isNull();
  }

  @Test
  void aRenewalThatIsStuckIsToldWhileItServes() {
    var finding = Optional.of(new NetworkFinding(Reason.RENEWAL_STUCK, "Make the record."));

    assertThat(told(status(report(HOST, "lb.example.com", finding), Sighting.unseen())))
        .isEqualTo("True RenewalStuck");
  }

  @Test
  void theCertificateIsTold() {
    var seen = certificate(HOST);

    assertThat(status(report(HOST, null, NO_FINDING), Sighting.present(seen)).certificate())
        .isEqualTo(new CertificateStatus(ARN, "ISSUED", "2027-01-01T00:00:00Z", null, null));
    assertThat(status(report(HOST, null, NO_FINDING), Sighting.absent()).certificate()).isNull();
  }

  @Test
  void nothingIsToldOfACertificateForOthers() {
    var seen = Sighting.present(certificate("others.example.com"));

    assertThat(status(report(null, null, NO_FINDING), seen).certificate()).isNull();
  }

  private static Certificate certificate(String name) {
    return new Certificate(
        ARN,
        List.of(name),
        "ISSUED",
        Optional.of(Instant.parse("2027-01-01T00:00:00Z")),
        Optional.empty());
  }

  private static IngressReport report(
      @Nullable String host, @Nullable String address, Optional<NetworkFinding> finding) {
    return new IngressReport(Optional.ofNullable(host), Optional.ofNullable(address), finding);
  }

  private static String told(AppEnvironmentStatus status) {
    return Conditions.find(status.conditions(), ConditionType.INGRESS_READY)
        .map(it -> it.getStatus() + " " + it.getReason())
        .orElse("");
  }

  private static AppEnvironmentStatus status(
      IngressReport report, Sighting<Certificate> certificate, Failure... failures) {
    var resolution = Specs.resolve(SPEC);
    var unseen = Observed.unseen();
    return new StatusFactory()
        .create(
            new StatusInput(
                Specs.environment(SPEC),
                resolution.desired(),
                new Observed(
                    unseen.securityGroups(),
                    unseen.database(),
                    unseen.cache(),
                    certificate,
                    unseen.certificates()),
                Map.of(),
                Plan.empty(),
                List.of(),
                Optional.empty(),
                List.of(failures),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(report),
                resolution.effective(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                DriftMemory.none(),
                false),
            NOW);
  }
}
