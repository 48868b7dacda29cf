package io.appenv.operator.configuration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.appenv.operator.model.SecretText;

/** One value of a secret that is a JSON object. */
final class StoredJson {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  /** What a key of a secret comes to. */
  sealed interface Found {

    /** Numbers and truth values too, as they are written. */
    record Value(SecretText text) implements Found {}

    record NoObject() implements Found {}

    record NoSuchKey() implements Found {}

    /** A list, an object or null. */
    record NoText() implements Found {}
  }

  private StoredJson() {}

  static Found value(SecretText secret, String key) {
    try {
      return value(JSON.readTree(secret.reveal()), key);
    } catch (JsonProcessingException unreadable) {
      // Its message quotes the secret.
      return new Found.NoObject();
    }
  }

  private static Found value(JsonNode secret, String key) {
    if (!secret.isObject()) {
      return new Found.NoObject();
    }
    var value = secret.get(key);
    if (value == null) {
      return new Found.NoSuchKey();
    }
    return value.isValueNode() && !value.isNull()
        ? new Found.Value(new SecretText(value.asText()))
        : new Found.NoText();
  }
}
