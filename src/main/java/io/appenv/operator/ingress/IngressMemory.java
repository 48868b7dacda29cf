package io.appenv.operator.ingress;

import io.appenv.operator.model.DesiredCertificate;
import io.appenv.operator.model.DesiredIngress;
import io.appenv.operator.model.DesiredIngress.AccessLogs;
import io.appenv.operator.model.DesiredIngress.DesiredBalancer;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What the manifest said of an Ingress, as an annotation of it: by this a change of the manifest is
 * told from what somebody did to the object.
 */
final class IngressMemory {

  static final String ANNOTATION = "appenv.io/ingress";

  private static final String BETWEEN = "; ";
  private static final String IS = ": ";
  private static final String NOTHING = "none";

  private IngressMemory() {}

  static String of(DesiredIngress ingress) {
    return said(ingress).entrySet().stream()
        .map(entry -> entry.getKey() + IS + entry.getValue())
        .collect(Collectors.joining(BETWEEN));
  }

  /** By field; empty where the annotation is missing. */
  static Map<String, String> of(Ingress ingress) {
    return Optional.ofNullable(ingress.getMetadata().getAnnotations())
        .flatMap(annotations -> Optional.ofNullable(annotations.get(ANNOTATION)))
        .map(IngressMemory::read)
        .orElseGet(Map::of);
  }

  private static Map<String, String> read(String text) {
    return Arrays.stream(text.split(BETWEEN, -1))
        .map(entry -> entry.split(IS, 2))
        .filter(parts -> parts.length == 2)
        .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1], (first, _) -> first));
  }

  /** In words. */
  static String difference(Map<String, String> before, Map<String, String> after) {
    var fields = new TreeSet<>(before.keySet());
    fields.addAll(after.keySet());
    return fields.stream()
        .filter(field -> !Objects.equals(before.get(field), after.get(field)))
        .map(
            field ->
                "%s %s -> %s"
                    .formatted(
                        field,
                        before.getOrDefault(field, NOTHING),
                        after.getOrDefault(field, NOTHING)))
        .collect(Collectors.joining(", "));
  }

  private static SortedMap<String, String> said(DesiredIngress ingress) {
    var said = new TreeMap<String, String>();
    said.put("host", ingress.host());
    said.put("tier", ingress.tier() + " on " + ingress.port());
    ingress.balancer().ifPresent(balancer -> balancer(said, balancer));
    return said;
  }

  private static void balancer(Map<String, String> said, DesiredBalancer balancer) {
    said.put("scheme", balancer.internetFacing() ? "InternetFacing" : "Internal");
    said.put("certificate", certificate(balancer.certificate()));
    said.put(
        "allowedCidrs",
        balancer.allowedCidrs().isEmpty()
            ? "everybody"
            : String.join(" ", balancer.allowedCidrs()));
    said.put("webAclArn", balancer.webAclArn().orElse(NOTHING));
    said.put("accessLogs", balancer.accessLogs().map(IngressMemory::place).orElse(NOTHING));
    said.put("deletionProtection", Boolean.toString(balancer.deletionProtection()));
    said.put("idleTimeoutSeconds", Integer.toString(balancer.idleTimeoutSeconds()));
    said.put("healthCheckPath", balancer.healthCheckPath());
  }

  /** Another one for the same host is no change of the manifest. */
  private static String certificate(DesiredCertificate certificate) {
    return switch (certificate) {
      case DesiredCertificate.Given(var arn) -> arn;
      case DesiredCertificate.Managed _ -> "asked for";
    };
  }

  private static String place(AccessLogs logs) {
    return logs.bucket() + logs.prefix().map(prefix -> "/" + prefix).orElse("");
  }
}
