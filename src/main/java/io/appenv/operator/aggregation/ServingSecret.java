package io.appenv.operator.aggregation;

import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The Secret in which all replicas and all restarts find the same certificate. */
final class ServingSecret {

  static final String CERTIFICATE = "tls.crt";
  static final String KEY = "tls.key";

  private final KubernetesClient client;
  private final String namespace;
  private final String name;

  ServingSecret(KubernetesClient client, String namespace, String name) {
    this.client = client;
    this.namespace = namespace;
    this.name = name;
  }

  /** The one that is there, or another where it ends soon or is none. */
  ServingIdentity ensure(List<String> names, Instant now) {
    var found = resource().get();
    var usable = read(found).filter(identity -> identity.serves(names, now));
    if (usable.isPresent()) {
      return usable.get();
    }
    var made = SelfSigned.create(names, now);
    try {
      store(found, made);
      return made;
    } catch (KubernetesClientException conflict) {
      if (conflict.getCode() != HttpURLConnection.HTTP_CONFLICT) {
        throw conflict;
      }
      // Another replica was faster.
      return read(resource().get()).orElseThrow(() -> conflict);
    }
  }

  private void store(@Nullable Secret found, ServingIdentity made) {
    var secret =
        new SecretBuilder()
            .withNewMetadata()
            .withNamespace(namespace)
            .withName(name)
            .withLabels(Map.of("app.kubernetes.io/part-of", "appenv-operator"))
            .endMetadata()
            .withType("kubernetes.io/tls")
            .withStringData(Map.of(CERTIFICATE, made.certificatePem(), KEY, made.keyPem()))
            .build();
    if (found == null) {
      client.resource(secret).create();
    } else {
      secret.getMetadata().setResourceVersion(found.getMetadata().getResourceVersion());
      client.resource(secret).update();
    }
  }

  private static Optional<ServingIdentity> read(@Nullable Secret secret) {
    return Optional.ofNullable(secret)
        .map(Secret::getData)
        .filter(data -> data.containsKey(CERTIFICATE) && data.containsKey(KEY))
        .flatMap(
            data ->
                ServingIdentity.parse(
                    decoded(data.getOrDefault(CERTIFICATE, "")),
                    decoded(data.getOrDefault(KEY, ""))));
  }

  private static String decoded(String value) {
    return new String(Base64.getDecoder().decode(value), StandardCharsets.US_ASCII);
  }

  private Resource<Secret> resource() {
    return client.secrets().inNamespace(namespace).withName(name);
  }
}
