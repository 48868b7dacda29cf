package io.appenv.operator.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A certificate as ACM tells of it.
 *
 * @param names the DNS names it is for, with wildcards
 * @param status in the words of ACM, such as ISSUED
 * @param notAfter when it expires; empty before it is issued
 * @param renewal how its renewal stands, in the words of ACM; empty where none is under way
 */
public record Certificate(
    String arn,
    List<String> names,
    String status,
    Optional<Instant> notAfter,
    Optional<String> renewal) {

  private static final String WILDCARD = "*.";

  public Certificate {
    names = List.copyOf(names);
  }

  public boolean isIssued() {
    return status.equals("ISSUED");
  }

  public boolean isPending() {
    return status.equals("PENDING_VALIDATION");
  }

  /** Whether clients take it as one for this name. A wildcard stands for one label, no more. */
  public boolean covers(String host) {
    return names.stream().anyMatch(name -> matches(name, host));
  }

  private static boolean matches(String name, String host) {
    if (!name.startsWith(WILDCARD)) {
      return name.equalsIgnoreCase(host);
    }
    var rest = host.indexOf('.');
    return rest > 0 && name.substring(WILDCARD.length()).equalsIgnoreCase(host.substring(rest + 1));
  }
}
