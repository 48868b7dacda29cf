package io.appenv.operator.resolver;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.model.DesiredCertificate;
import io.appenv.operator.model.DesiredIngress;
import io.appenv.operator.model.DesiredIngress.DesiredBalancer;
import io.appenv.operator.model.Failure;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IngressResolverTest {

  private static final String ARN = "arn:aws:acm:ap-northeast-1:111122223333:certificate/0a1b2c3d";

  @Test
  void whatIsLeftOutIsFilledIn() {
    assertThat(resolve("host: shop.example.com, certificate: {arn: '" + ARN + "'}"))
        .isEqualTo(
            new DesiredIngress(
                "shop.example.com",
                "frontend",
                80,
                Optional.of(
                    new DesiredBalancer(
                        true,
                        new DesiredCertificate.Given(ARN),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        true,
                        60,
                        "/",
                        Optional.empty()))));
  }

  @Test
  void theHealthOfTheTierIsAskedOnAPortThatIsOpenToLoadBalancers() {
    var open =
        Specs.PRODUCTION.replace(
            "cpuPercent: 70, requestsPerMinute: 1000}",
            "cpuPercent: 70}\n    health: {path: /ready, port: 443}");
    var closed = open.replace("port: 443}", "port: 9000}");

    assertThat(balancer(open).healthCheckPath()).isEqualTo("/ready");
    assertThat(balancer(open).healthCheckPort()).contains(443);
    assertThat(balancer(closed).healthCheckPort()).isEmpty();
  }

  @Test
  void aCertificateThatIsNotNamedIsAskedFor() {
    var none = resolve("host: shop.example.com").managedCertificate().orElseThrow();
    var zoned =
        resolve("host: shop.example.com, certificate: {hostedZoneId: Z1}")
            .managedCertificate()
            .orElseThrow();

    assertThat(none.hostedZone()).isEmpty();
    assertThat(zoned.hostedZone()).contains("Z1");
    assertThat(zoned.tags()).containsEntry("appenv.io/namespace", "shop");
  }

  @Test
  void inDevelopmentThereIsNoLoadBalancer() {
    var spec =
        Specs.DEVELOPMENT + "network: {ingress: {host: shop.dev.example.com, tier: frontend}}\n";

    assertThat(Specs.resolve(spec).desired().orElseThrow().ingress())
        .contains(new DesiredIngress("shop.dev.example.com", "frontend", 80, Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "host: shop.example.com, certificate: {arn: ARN, hostedZoneId: Z1} | has arn and hostedZoneId",
        "host: shop.example.com, certificate: {hostedZoneId: '/hostedzone/Z1'} | certificate.hostedZoneId is",
        "host: shop.example.com, certificate: {arn: 'arn:aws:acm:us-east-1:111122223333:certificate/0a1b'} | is of region us-east-1",
        "host: shop.example.com, certificate: {arn: 'ARN,x'} | certificate.arn is",
        "host: 'shop.example.com,x=y', certificate: {arn: ARN} | host is",
        "host: shop.example.com, certificate: {arn: ARN}, tier: backend | tier is missing or no tier",
        "host: shop.example.com, certificate: {arn: ARN}, allowedCidrs: ['10.0.0.0/8,0.0.0.0/0'] | allowedCidrs is",
        "host: shop.example.com, certificate: {arn: ARN}, accessLogs: {bucket: 'a=b'} | accessLogs.bucket is",
        "host: shop.example.com, certificate: {arn: ARN}, accessLogs: {bucket: logs, prefix: 'a,b'} | accessLogs.prefix is",
        "host: shop.example.com, certificate: {arn: ARN}, healthCheckPath: '/a,b' | healthCheckPath is",
        "host: shop.example.com, certificate: {arn: ARN}, idleTimeoutSeconds: 4001 | idleTimeoutSeconds is 4001",
        "host: shop.example.com, certificate: {arn: ARN}, webAclArn: 'arn:aws:wafv2:us-east-1:111122223333:regional/webacl/a/b' | is of region us-east-1"
      })
  void aStoredMistakeIsToldWithItsField(String ingress, String told) {
    var resolution = Specs.resolve(spec(ingress.replace("ARN", ARN)));

    assertThat(resolution.desired()).isEmpty();
    assertThat(resolution.failures())
        .extracting(Failure::message)
        .anyMatch(it -> it.contains(told));
  }

  private static DesiredBalancer balancer(String spec) {
    var resolution =
        Specs.resolve(
            spec.replace(
                "vpc: {id: vpc-1}",
                "vpc: {id: vpc-1}, ingress: {host: shop.example.com, certificate: {arn: '%s'}}"
                    .formatted(ARN)));
    return resolution.desired().flatMap(it -> it.ingress()).orElseThrow().balancer().orElseThrow();
  }

  private static DesiredIngress resolve(String ingress) {
    var resolution = Specs.resolve(spec(ingress));
    return resolution
        .desired()
        .orElseThrow(() -> new AssertionError(resolution.failures().toString()))
        .ingress()
        .orElseThrow();
  }

  private static String spec(String ingress) {
    return Specs.PRODUCTION.replace(
        "vpc: {id: vpc-1}", "vpc: {id: vpc-1}, ingress: {" + ingress + "}");
  }
}
