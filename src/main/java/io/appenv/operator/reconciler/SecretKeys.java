package io.appenv.operator.reconciler;

import io.appenv.operator.configuration.Answer;
import io.appenv.operator.configuration.ConfigurationSource;
import io.appenv.operator.configuration.ConfigurationSource.InCluster;
import io.appenv.operator.model.Component;
import io.appenv.operator.model.Failure;
import io.appenv.operator.model.Reason;
import io.appenv.operator.model.SecretText;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads keys of Secrets that others keep, each Secret by a request of its own. A watch would bring
 * all Secrets of the cluster into the operator's memory, as RBAC and watches cannot select those
 * that some environment names.
 */
@ApplicationScoped
class SecretKeys {

  private record Place(String namespace, String secret) {}

  private final KubernetesClient client;

  SecretKeys(KubernetesClient client) {
    this.client = client;
  }

  /** An answer for each key; of anything else none. */
  Map<ConfigurationSource, Answer> read(Set<ConfigurationSource> sources) {
    var keys =
        sources.stream()
            .filter(InCluster.class::isInstance)
            .map(InCluster.class::cast)
            .collect(Collectors.groupingBy(it -> new Place(it.namespace(), it.secret())));
    return keys.entrySet().stream()
        .flatMap(
            it -> {
              var answers = secret(it.getKey());
              return it.getValue().stream().map(key -> Map.entry(key, answers.apply(key.key())));
            })
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** What is answered for a key. */
  private Function<String, Answer> secret(Place place) {
    try {
      var found = client.secrets().inNamespace(place.namespace()).withName(place.secret()).get();
      return key -> answer(found, key);
    } catch (KubernetesClientException refused) {
      var failure =
          new Failure.Recoverable(
              Component.CONFIGURATION,
              Reason.KUBERNETES_ERROR,
              "Secret %s could not be read: Kubernetes answered HTTP %d; it is tried again."
                  .formatted(place.secret(), refused.getCode()));
      return _ -> new Answer.Refused(failure);
    }
  }

  static Answer answer(@Nullable Secret secret, String key) {
    return Optional.ofNullable(secret)
        .map(Secret::getData)
        .map(data -> data.get(key))
        .map(SecretKeys::text)
        .orElseGet(Answer.Absent::new);
  }

  private static Answer text(String encoded) {
    try {
      var bytes = ByteBuffer.wrap(Base64.getDecoder().decode(encoded));
      return new Answer.Text(
          new SecretText(StandardCharsets.UTF_8.newDecoder().decode(bytes).toString()));
    } catch (CharacterCodingException noText) {
      return new Answer.Binary();
    }
  }
}
