package io.appenv.operator.resolver;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A KMS key as the spec names it; an empty text is the service's own key, as no text is. */
final class KeyId {

  private KeyId() {}

  static Optional<String> given(@Nullable String text) {
    return Optional.ofNullable(text).filter(key -> !key.isBlank());
  }
}
