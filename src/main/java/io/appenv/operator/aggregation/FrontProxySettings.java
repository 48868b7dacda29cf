package io.appenv.operator.aggregation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;

/**
 * How the API server proves that a request comes from it, and where it writes on whose behalf, as
 * it publishes that in the ConfigMap {@code extension-apiserver-authentication}.
 *
 * @param authorities that vouch for its certificate; without any no request is taken for its own
 * @param names that its certificate may have; any where there are none
 */
record FrontProxySettings(
    List<X509Certificate> authorities,
    List<String> names,
    List<String> userHeaders,
    List<String> uidHeaders,
    List<String> groupHeaders,
    List<String> extraPrefixes) {

  private static final ObjectMapper JSON = new ObjectMapper();

  FrontProxySettings {
    authorities = List.copyOf(authorities);
    names = List.copyOf(names);
    userHeaders = List.copyOf(userHeaders);
    uidHeaders = List.copyOf(uidHeaders);
    groupHeaders = List.copyOf(groupHeaders);
    extraPrefixes = List.copyOf(extraPrefixes);
  }

  static FrontProxySettings none() {
    return new FrontProxySettings(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
  }

  static FrontProxySettings read(Map<String, String> data) {
    return new FrontProxySettings(
        certificates(data.getOrDefault("requestheader-client-ca-file", "")),
        list(data, "requestheader-allowed-names"),
        list(data, "requestheader-username-headers"),
        list(data, "requestheader-uid-headers"),
        list(data, "requestheader-group-headers"),
        list(data, "requestheader-extra-headers-prefix"));
  }

  private static List<X509Certificate> certificates(String pem) {
    if (pem.isBlank()) {
      return List.of();
    }
    try {
      return CertificateFactory.getInstance("X.509")
          .generateCertificates(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)))
          .stream()
          .map(X509Certificate.class::cast)
          .toList();
    } catch (CertificateException foreign) {
      return List.of();
    }
  }

  private static List<String> list(Map<String, String> data, String key) {
    try {
      return JSON.readValue(data.getOrDefault(key, "[]"), new TypeReference<List<String>>() {});
    } catch (JsonProcessingException foreign) {
      return List.of();
    }
  }
}
