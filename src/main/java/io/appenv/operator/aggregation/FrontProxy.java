package io.appenv.operator.aggregation;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;

/** Believes what the headers of a request say of its user, where the API server sent it. */
final class FrontProxy {

  private static final String CLIENT_AUTHENTICATION = "1.3.6.1.5.5.7.3.2";

  private FrontProxy() {}

  /** Empty for requests that do not come from the API server; their headers mean nothing. */
  static Optional<Caller> caller(
      FrontProxySettings settings,
      List<X509Certificate> certificates,
      Map<String, List<String>> headers,
      Instant now) {
    return isTrusted(settings, certificates, now)
        ? first(headers, settings.userHeaders())
            .map(
                user ->
                    new Caller(
                        user,
                        first(headers, settings.uidHeaders()).orElse(""),
                        all(headers, settings.groupHeaders()),
                        extra(headers, settings.extraPrefixes())))
        : Optional.empty();
  }

  private static boolean isTrusted(
      FrontProxySettings settings, List<X509Certificate> certificates, Instant now) {
    return !settings.authorities().isEmpty()
        && !certificates.isEmpty()
        && isNamed(settings, certificates.getFirst())
        && isForClients(certificates.getFirst())
        && isSigned(settings, certificates, now);
  }

  private static boolean isNamed(FrontProxySettings settings, X509Certificate certificate) {
    return settings.names().isEmpty()
        || commonName(certificate).filter(settings.names()::contains).isPresent();
  }

  private static Optional<String> commonName(X509Certificate certificate) {
    try {
      return new LdapName(certificate.getSubjectX500Principal().getName())
          .getRdns().stream()
              .filter(part -> part.getType().equalsIgnoreCase("CN"))
              .map(part -> part.getValue().toString())
              .findFirst();
    } catch (InvalidNameException foreign) {
      return Optional.empty();
    }
  }

  private static boolean isForClients(X509Certificate certificate) {
    try {
      var uses = certificate.getExtendedKeyUsage();
      return uses != null && uses.contains(CLIENT_AUTHENTICATION);
    } catch (GeneralSecurityException foreign) {
      return false;
    }
  }

  private static boolean isSigned(
      FrontProxySettings settings, List<X509Certificate> certificates, Instant now) {
    try {
      var anchors =
          settings.authorities().stream()
              .map(authority -> new TrustAnchor(authority, null))
              .collect(Collectors.toUnmodifiableSet());
      var parameters = new PKIXParameters(anchors);
      // Kubernetes keeps no lists of revoked certificates.
      parameters.setRevocationEnabled(false);
      parameters.setDate(Date.from(now));
      var path =
          CertificateFactory.getInstance("X.509")
              .generateCertPath(
                  certificates.stream()
                      .filter(it -> !settings.authorities().contains(it))
                      .toList());
      if (path.getCertificates().isEmpty()) {
        return false;
      }
      var _ = CertPathValidator.getInstance("PKIX").validate(path, parameters);
      return true;
    } catch (GeneralSecurityException untrusted) {
      return false;
    }
  }

  private static Optional<String> first(Map<String, List<String>> headers, List<String> names) {
    return all(headers, names).stream().filter(value -> !value.isEmpty()).findFirst();
  }

  private static List<String> all(Map<String, List<String>> headers, List<String> names) {
    return names.stream()
        .flatMap(
            name ->
                headers.entrySet().stream()
                    .filter(header -> header.getKey().equalsIgnoreCase(name))
                    .flatMap(header -> header.getValue().stream()))
        .toList();
  }

  /** The rest of the header's name is the key, escaped as in a URL. */
  private static Map<String, List<String>> extra(
      Map<String, List<String>> headers, List<String> prefixes) {
    var found = new HashMap<String, List<String>>();
    headers.forEach(
        (header, values) -> {
          var name = header.toLowerCase(Locale.ROOT);
          prefixes.stream()
              .map(prefix -> prefix.toLowerCase(Locale.ROOT))
              .filter(name::startsWith)
              .findFirst()
              .ifPresent(prefix -> found.put(decoded(name.substring(prefix.length())), values));
        });
    return found;
  }

  private static String decoded(String key) {
    try {
      return URLDecoder.decode(key.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException foreign) {
      return key;
    }
  }
}
