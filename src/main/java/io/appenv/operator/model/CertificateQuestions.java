package io.appenv.operator.model;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What environments want to know of the certificates of a region.
 *
 * @param arns certificates that are named by ARN
 * @param hosts that certificates were asked for, or will be, and for each the id of the hosted zone
 *     for the record of its validation; empty where there is none
 */
public record CertificateQuestions(Set<String> arns, Map<String, String> hosts) {

  public CertificateQuestions {
    arns = Set.copyOf(arns);
    hosts = Map.copyOf(hosts);
  }

  public static CertificateQuestions none() {
    return new CertificateQuestions(Set.of(), Map.of());
  }

  public boolean isEmpty() {
    return arns.isEmpty() && hosts.isEmpty();
  }

  public CertificateQuestions and(CertificateQuestions more) {
    var all = new TreeSet<>(arns);
    all.addAll(more.arns);
    var both = new TreeMap<>(hosts);
    more.hosts.forEach((host, zone) -> both.merge(host, zone, CertificateQuestions::zone));
    return new CertificateQuestions(all, both);
  }

  /** Ids of all zones that are named. */
  public Set<String> zones() {
    return hosts.values().stream()
        .filter(zone -> !zone.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static String zone(String one, String other) {
    return one.isEmpty() ? other : one;
  }

  /** Whether an answer to these is one to those. */
  public boolean answers(CertificateQuestions others) {
    return arns.containsAll(others.arns)
        && others.hosts.entrySet().stream()
            .allMatch(
                it ->
                    hosts.containsKey(it.getKey())
                        && (it.getValue().isEmpty()
                            || it.getValue().equals(hosts.get(it.getKey()))));
  }
}
