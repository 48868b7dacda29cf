package io.appenv.operator.ingress;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.model.DesiredCertificate;
import io.appenv.operator.model.DesiredIngress;
import io.appenv.operator.model.DesiredIngress.AccessLogs;
import io.appenv.operator.model.DesiredIngress.DesiredBalancer;
import io.appenv.operator.model.Routing;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Whatever a value is, the controller reads back that value and nothing beside it, or it is
 * refused.
 */
class AnnotationPropertiesTest {

  /** Mostly what means something in annotations, YAML, JSON or shells. */
  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.oneOf(
        Arbitraries.strings().ofMaxLength(12),
        Arbitraries.strings().withChars("ab=,\"'\n\r\t {}[]:;/.-#\\").ofMaxLength(12),
        Arbitraries.of("a,b=c", "a=b", "x\nalb.ingress.kubernetes.io/scheme: internal", "", " "));
  }

  @Property
  void attributesAreReadBackAsTheyWereMeant(
      @ForAll("texts") String one, @ForAll("texts") String other) {
    var meant = new TreeMap<>(Map.of("bucket", one, "prefix", other));

    attempt(() -> AnnotationValue.attributes(meant))
        .ifPresent(written -> assertThat(read(written)).isEqualTo(meant));
  }

  @Property
  void listsAreReadBackAsTheyWereMeant(@ForAll("texts") String one, @ForAll("texts") String other) {
    attempt(() -> AnnotationValue.list(List.of(one, other)))
        .ifPresent(written -> assertThat(written.split(",", -1)).containsExactly(one, other));
  }

  @Property
  void noFieldOfABalancerAddsAnAttributeOrAnAnnotation(@ForAll("texts") String text) {
    attempt(() -> annotations(text))
        .ifPresent(
            said -> {
              assertThat(said.keySet()).isEqualTo(annotations("plain").keySet());
              assertThat(said.values()).noneMatch(value -> value.contains("\n"));
              assertThat(read(said.getOrDefault(BalancerAnnotations.ATTRIBUTES, "")))
                  .containsOnlyKeys(
                      "access_logs.s3.bucket",
                      "access_logs.s3.enabled",
                      "access_logs.s3.prefix",
                      "deletion_protection.enabled",
                      "idle_timeout.timeout_seconds")
                  .containsEntry("deletion_protection.enabled", "true");
              assertThat(
                      said.getOrDefault(BalancerAnnotations.PREFIX + "inbound-cidrs", "")
                          .split(",", -1))
                  .hasSize(1);
            });
  }

  private static Map<String, String> annotations(String text) {
    var balancer =
        new DesiredBalancer(
            true,
            new DesiredCertificate.Given(text),
            List.of(text),
            Optional.of(text),
            Optional.of(new AccessLogs(text, Optional.of(text))),
            true,
            60,
            text,
            Optional.empty());
    return BalancerAnnotations.of(
        Reached.blueprint().desired().environment(),
        new DesiredIngress("shop.example.com", "frontend", 80, Optional.of(balancer)),
        balancer,
        new Routing.Balanced("alb", text, Optional.empty()));
  }

  private interface Writing<T> {
    T write();
  }

  /** Empty where it is refused. */
  private static <T> Optional<T> attempt(Writing<T> writing) {
    try {
      return Optional.of(writing.write());
    } catch (IllegalArgumentException refused) {
      return Optional.empty();
    }
  }

  /** As the controller does it: commas first, then the first equals sign. */
  private static Map<String, String> read(String written) {
    return Arrays.stream(written.split(",", -1))
        .map(entry -> entry.split("=", 2))
        .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
  }

  @Property(tries = 50)
  void valuesThatTheApiServerTakesAreNotRefused(@ForAll("plain") String text) {
    assertThat(Set.of(AnnotationValue.word(text))).containsExactly(text);
  }

  @Provide
  Arbitrary<String> plain() {
    return Arbitraries.of(
        Reached.ARN,
        "/health/ready_1.html",
        "203.0.113.0/24",
        "2001:db8::/32",
        "shop-access-logs",
        "shop/production",
        "sg-0a1b2c3d",
        "appenv.io/cluster");
  }
}
