package io.appenv.operator.aggregation;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.authentication.TokenReview;
import io.fabric8.kubernetes.api.model.authentication.TokenReviewBuilder;
import io.fabric8.kubernetes.api.model.authentication.UserInfo;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who makes a request: whoever the API server says, where it sends it, or else the bearer of a
 * token that the API server knows.
 */
final class Authentication {

  private static final String NAMESPACE = "kube-system";
  private static final String NAME = "extension-apiserver-authentication";
  private static final String BEARER = "Bearer ";

  private static final Duration TOKENS = Duration.ofSeconds(10);
  private static final Duration SETTINGS = Duration.ofMinutes(1);

  private final KubernetesClient client;
  private final InstantSource clock;
  private final Remembered<String, FrontProxySettings> settings;
  private final Remembered<String, Optional<Caller>> tokens;

  Authentication(KubernetesClient client, InstantSource clock) {
    this.client = client;
    this.clock = clock;
    this.settings = new Remembered<>(SETTINGS, clock);
    this.tokens = new Remembered<>(TOKENS, clock);
  }

  /** Empty for nobody in particular; throws when the API server does not answer. */
  Optional<Caller> caller(List<X509Certificate> certificates, Map<String, List<String>> headers) {
    return FrontProxy.caller(
            settings.get(NAME, this::readSettings), certificates, headers, clock.instant())
        .or(() -> token(headers).flatMap(token -> tokens.get(token, this::review)));
  }

  private FrontProxySettings readSettings(String name) {
    return Optional.ofNullable(client.configMaps().inNamespace(NAMESPACE).withName(name).get())
        .map(ConfigMap::getData)
        .map(FrontProxySettings::read)
        .orElseGet(FrontProxySettings::none);
  }

  private static Optional<String> token(Map<String, List<String>> headers) {
    return headers.entrySet().stream()
        .filter(header -> header.getKey().equalsIgnoreCase("Authorization"))
        .flatMap(header -> header.getValue().stream())
        .filter(value -> value.regionMatches(true, 0, BEARER, 0, BEARER.length()))
        .map(value -> value.substring(BEARER.length()).strip())
        .filter(token -> !token.isEmpty())
        .findFirst();
  }

  private Optional<Caller> review(String token) {
    var asked = new TokenReviewBuilder().withNewSpec().withToken(token).endSpec().build();
    return Optional.ofNullable(client.authentication().v1().tokenReviews().create(asked))
        .map(TokenReview::getStatus)
        .filter(status -> Boolean.TRUE.equals(status.getAuthenticated()))
        .map(status -> caller(status.getUser()));
  }

  private static Caller caller(UserInfo user) {
    return new Caller(
        user.getUsername(),
        orEmpty(user.getUid()),
        user.getGroups() == null ? List.of() : user.getGroups(),
        user.getExtra() == null ? Map.of() : user.getExtra());
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
