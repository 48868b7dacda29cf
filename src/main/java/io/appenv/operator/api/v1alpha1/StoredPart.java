package io.appenv.operator.api.v1alpha1;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The spec or the status of a stored object. The API server vouches for its form only as long as
 * nobody has stored it under another version of the definition, and a reader that threw would stop
 * the watch on all environments for the sake of one.
 *
 * @param <T> what it is read as
 */
sealed interface StoredPart<T> {

  /** In the form of this version. */
  record Readable<T>(T value) implements StoredPart<T> {}

  /**
   * In another form.
   *
   * @param json as it is stored
   * @param field path of the first misfit within the part, for example {@code cache.nodes}; empty
   *     when it is the part itself
   */
  record Unreadable<T>(JsonNode json, String field) implements StoredPart<T> {}

  // Fields of other versions are passed over, as the client does with all objects.
  JsonMapper JSON =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
          .build();

  static <T> StoredPart<T> read(JsonNode json, Class<T> type) {
    try {
      return new Readable<>(JSON.treeToValue(json, type));
    } catch (JsonMappingException misfit) {
      return new Unreadable<>(json, path(misfit));
    } catch (JsonProcessingException other) {
      return new Unreadable<>(json, "");
    }
  }

  private static String path(JsonMappingException misfit) {
    return misfit.getPath().stream()
        .map(StoredPart::segment)
        .collect(Collectors.joining())
        .replaceFirst("^\\.", "");
  }

  private static String segment(JsonMappingException.Reference reference) {
    @Nullable String name = reference.getFieldName();
    return name == null ? "[" + reference.getIndex() + "]" : "." + name;
  }
}
