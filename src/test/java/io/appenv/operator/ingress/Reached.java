package io.appenv.operator.ingress;

import io.appenv.operator.golden.Blueprints;
import io.appenv.operator.model.Blueprint;
import io.appenv.operator.model.Certificate;
import io.appenv.operator.model.Desired;
import io.appenv.operator.model.DesiredIngress;
import io.appenv.operator.resolver.Specs;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** An environment that is reached from outside, for the tests of this package. */
final class Reached {

  static final String HOST = "shop.example.com";
  static final String ARN = "arn:aws:acm:ap-northeast-1:111122223333:certificate/0a1b2c3d";
  static final Instant NOT_AFTER = Instant.parse("2027-01-01T00:00:00Z");

  private static final String SPEC =
      Specs.PRODUCTION
          .replace(
              "network: {vpc: {id: vpc-1}}",
              "network: {vpc: {id: VPC}, ingress: {host: shop.example.com, certificate: {arn: '%s'}}}"
                  .formatted(ARN))
          .replace("VPC", Blueprints.VPC);

  private Reached() {}

  static Blueprint blueprint() {
    return with("");
  }

  /**
   * @param more fields of the ingress
   */
  static Blueprint with(String more) {
    return Blueprints.connected(
        Specs.environment(SPEC.replace("host: shop.example.com", "host: shop.example.com" + more)));
  }

  static Blueprint at(String host) {
    return Blueprints.connected(Specs.environment(SPEC.replace(HOST, host)));
  }

  /** One that asks for its certificate. */
  static Desired asking(String host, Optional<String> zone) {
    var certificate =
        zone.map("certificate: {hostedZoneId: %s}"::formatted).orElse("scheme: Internal");
    return Blueprints.connected(
            Specs.environment(
                SPEC.replace("certificate: {arn: '%s'}".formatted(ARN), certificate)
                    .replace(HOST, host)))
        .desired();
  }

  static DesiredIngress ingress() {
    return blueprint().desired().ingress().orElseThrow();
  }

  static Certificate certificate(String status, String... names) {
    return new Certificate(ARN, List.of(names), status, Optional.of(NOT_AFTER), Optional.empty());
  }
}
