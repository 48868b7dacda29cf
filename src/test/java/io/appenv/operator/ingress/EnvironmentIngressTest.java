package io.appenv.operator.ingress;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.model.Routing;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.IngressClass;
import io.fabric8.kubernetes.api.model.networking.v1.IngressClassBuilder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is written for ordinary environments is in the files of the derived objects. */
class EnvironmentIngressTest {

  private static final String PREFIX = BalancerAnnotations.PREFIX;

  @Test
  void httpDoesNothingButRedirect() {
    assertThat(annotations(Reached.blueprint().routing(), ""))
        .containsEntry(PREFIX + "listen-ports", "[{\"HTTP\": 80}, {\"HTTPS\": 443}]")
        .containsEntry(PREFIX + "ssl-redirect", "443")
        .containsEntry(PREFIX + "certificate-arn", Reached.ARN);
  }

  /** The controller reads no ranges where it is given groups. */
  @Test
  void aGroupOfItsOwnTakesThePlaceOfRanges() {
    var said =
        annotations(
            new Routing.Balanced("alb", Reached.ARN, Optional.of("sg-0a1b")),
            ", allowedCidrs: [10.0.0.0/8]");

    assertThat(said)
        .containsEntry(PREFIX + "security-groups", "sg-0a1b")
        .containsEntry(PREFIX + "manage-backend-security-group-rules", "false")
        .doesNotContainKey(PREFIX + "inbound-cidrs");
  }

  @Test
  void everyAttributeIsSaidSoThatNoFormerOneStays() {
    assertThat(annotations(Reached.blueprint().routing(), ""))
        .containsEntry(
            BalancerAnnotations.ATTRIBUTES,
            "access_logs.s3.enabled=false,deletion_protection.enabled=true,"
                + "idle_timeout.timeout_seconds=60");
    assertThat(BalancerAnnotations.unprotected("a=true,deletion_protection.enabled=true,b=1"))
        .isEqualTo("a=true,deletion_protection.enabled=false,b=1");
  }

  @Test
  void theTagsOfTheLoadBalancerSayWhoseItIs() {
    assertThat(annotations(Reached.blueprint().routing(), "").get(PREFIX + "tags"))
        .contains("appenv.io/uid=0a1b2c3d-1111-2222-3333-444455556666", "appenv.io/namespace=shop");
  }

  @Test
  void nothingIsBuiltOfWhatIsKeptOrClosed() {
    assertThat(build(new Routing.Closed(), "")).isEmpty();
    assertThat(build(new Routing.Kept(Optional.empty()), "")).isEmpty();
  }

  @Test
  void theAddressIsThatOfTheController() {
    var made = build(new Routing.Plain(), "").orElseThrow();
    var served =
        new IngressBuilder(made)
            .withNewStatus()
            .withNewLoadBalancer()
            .addNewIngress()
            .withHostname("shop-1.elb.example.com")
            .endIngress()
            .endLoadBalancer()
            .endStatus()
            .build();

    assertThat(made.getSpec().getIngressClassName()).isNull();
    assertThat(EnvironmentIngress.address(made)).isEmpty();
    assertThat(EnvironmentIngress.address(served)).contains("shop-1.elb.example.com");
    assertThat(EnvironmentIngress.host(served)).contains(Reached.HOST);
  }

  @Test
  void theControllerIsKnownByItsNameAndTheUsualClassByItsMark() {
    var classes =
        List.of(
            ingressClass("internal", "ingress.k8s.aws/alb", Map.of()),
            ingressClass("alb", "ingress.k8s.aws/alb", Map.of()),
            ingressClass(
                "nginx",
                "k8s.io/ingress-nginx",
                Map.of("ingressclass.kubernetes.io/is-default-class", "true")));

    assertThat(KnownClasses.of(classes)).isEqualTo(new KnownClasses(Optional.of("alb"), true));
    assertThat(KnownClasses.of(classes.subList(0, 1)))
        .isEqualTo(new KnownClasses(Optional.of("internal"), false));
    assertThat(KnownClasses.of(List.of())).isEqualTo(new KnownClasses(Optional.empty(), false));
  }

  private static IngressClass ingressClass(
      String name, String controller, Map<String, String> annotations) {
    return new IngressClassBuilder()
        .withNewMetadata()
        .withName(name)
        .withAnnotations(annotations)
        .endMetadata()
        .withNewSpec()
        .withController(controller)
        .endSpec()
        .build();
  }

  private static Map<String, String> annotations(Routing routing, String more) {
    return build(routing, more).orElseThrow().getMetadata().getAnnotations();
  }

  private static Optional<Ingress> build(Routing routing, String more) {
    return EnvironmentIngress.build(Reached.with(more).routed(routing));
  }
}
