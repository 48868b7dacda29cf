package io.appenv.operator.model;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Values of spec fields as a merge patch, which {@code kubectl patch --type=merge} takes.
 *
 * @param values an empty one takes the field away
 */
public record SpecPatch(Map<SpecField, Optional<Object>> values) {

  public SpecPatch {
    values = Map.copyOf(values);
  }

  /** Collects what differs. */
  public static final class Builder {

    private final Map<SpecField, Optional<Object>> values = new EnumMap<>(SpecField.class);

    public <T> Builder put(SpecField field, T seen, T declared) {
      if (!seen.equals(declared)) {
        values.put(field, Optional.of(seen));
      }
      return this;
    }

    public <T> Builder putOptional(SpecField field, Optional<T> seen, Optional<T> declared) {
      if (!seen.equals(declared)) {
        values.put(field, seen.map(Object.class::cast));
      }
      return this;
    }

    public SpecPatch build() {
      return new SpecPatch(values);
    }
  }

  public boolean isEmpty() {
    return values.isEmpty();
  }

  public String json() {
    var root = new TreeMap<String, Object>();
    values.forEach((field, value) -> put(root, path(field, value), value));
    return write(root);
  }

  /** What is declared by its presence is taken away as a whole. */
  private static String path(SpecField field, Optional<Object> value) {
    return field == SpecField.DATABASE_PERFORMANCE_INSIGHTS && value.isEmpty()
        ? field.path().substring(0, field.path().lastIndexOf('.'))
        : field.path();
  }

  private static void put(Map<String, Object> root, String path, Optional<Object> value) {
    var dot = path.indexOf('.');
    if (dot < 0) {
      root.put(path, value);
      return;
    }
    if (root.computeIfAbsent(path.substring(0, dot), _ -> new TreeMap<String, Object>())
        instanceof Map<?, ?> inner) {
      @SuppressWarnings("unchecked")
      var children = (Map<String, Object>) inner;
      put(children, path.substring(dot + 1), value);
    }
  }

  private static String write(Object value) {
    return switch (value) {
      case Map<?, ?> map ->
          map.entrySet().stream()
              .map(entry -> text(String.valueOf(entry.getKey())) + ":" + write(entry.getValue()))
              .collect(Collectors.joining(",", "{", "}"));
      case Optional<?> optional -> optional.<String>map(SpecPatch::literal).orElse("null");
      default -> literal(value);
    };
  }

  private static String literal(Object value) {
    return value instanceof Boolean || value instanceof Integer
        ? value.toString()
        : text(value.toString());
  }

  private static String text(String value) {
    return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
