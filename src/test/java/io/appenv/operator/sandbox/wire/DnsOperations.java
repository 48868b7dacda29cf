package io.appenv.operator.sandbox.wire;

import java.util.Optional;

/** Operations of Route 53, which are in method and path of a request. */
final class DnsOperations {

  private static final String ZONES = "/2013-04-01/hostedzone";

  private DnsOperations() {}

  /** Empty for what is of another service. */
  static Optional<String> of(String method, String path) {
    if (!path.startsWith(ZONES)) {
      return Optional.empty();
    }
    var isRead = method.equals("GET");
    if (path.contains("/rrset")) {
      return Optional.of(isRead ? "ListResourceRecordSets" : "ChangeResourceRecordSets");
    }
    return Optional.of(isRead ? "GetHostedZone" : method + " " + path);
  }
}
