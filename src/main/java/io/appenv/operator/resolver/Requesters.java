package io.appenv.operator.resolver;

import io.appenv.operator.api.v1alpha1.AppEnvironment;
import io.appenv.operator.model.Requester;
import io.fabric8.kubernetes.api.model.ManagedFieldsEntry;
import io.fabric8.kubernetes.api.model.ManagedFieldsEntryBuilder;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads who wrote an environment from the field managers that the API server keeps. */
public final class Requesters {

  private static final List<String> SPEC = List.of("f:spec");
  private static final List<List<String>> APPROVALS =
      List.of(
          List.of("f:metadata", "f:annotations", "f:" + AppEnvironment.APPROVE),
          List.of("f:spec", "f:operations", "f:approve"),
          List.of("f:spec", "f:operations", "f:emergency"));

  /** ISO 8601 in UTC sorts as text. */
  private static final Comparator<ManagedFieldsEntry> BY_TIME =
      Comparator.comparing(it -> Optional.ofNullable(it.getTime()).orElse(""));

  private Requesters() {}

  /**
   * Of two who gave the same approval the later one is told.
   *
   * @param approved whether what is done was approved
   */
  public static Requester of(AppEnvironment environment, boolean approved) {
    return new Requester(
        latest(environment, List.of(SPEC)),
        approved ? latest(environment, APPROVALS) : Optional.empty());
  }

  private static Optional<String> latest(AppEnvironment environment, List<List<String>> paths) {
    return entries(environment)
        .filter(entry -> paths.stream().anyMatch(path -> has(entry, path)))
        .max(BY_TIME)
        .map(ManagedFieldsEntry::getManager);
  }

  /** Leaves of the field ownership what is read here: most of the size of a stored object goes. */
  public static AppEnvironment onlyWhoWrote(AppEnvironment environment) {
    environment
        .getMetadata()
        .setManagedFields(entries(environment).flatMap(it -> reduced(it).stream()).toList());
    return environment;
  }

  private static Optional<ManagedFieldsEntry> reduced(ManagedFieldsEntry entry) {
    var fields = new TreeMap<String, Object>();
    Stream.concat(Stream.of(SPEC), APPROVALS.stream())
        .filter(path -> has(entry, path))
        .forEach(path -> put(fields, path));
    return Optional.of(fields)
        .filter(it -> !it.isEmpty())
        .map(
            it ->
                new ManagedFieldsEntryBuilder()
                    .withManager(entry.getManager())
                    .withTime(entry.getTime())
                    .withNewFieldsV1()
                    .withAdditionalProperties(it)
                    .endFieldsV1()
                    .build());
  }

  private static void put(Map<String, Object> fields, List<String> path) {
    Map<String, Object> at = fields;
    for (var step : path) {
      at = inner(at, step);
    }
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> inner(Map<String, Object> fields, String step) {
    return (Map<String, Object>) fields.computeIfAbsent(step, _ -> new TreeMap<>());
  }

  private static Stream<ManagedFieldsEntry> entries(AppEnvironment environment) {
    return environment.getMetadata().getManagedFields().stream()
        .filter(it -> it.getSubresource() == null || it.getSubresource().isEmpty())
        .filter(it -> it.getManager() != null && it.getFieldsV1() != null);
  }

  private static boolean has(ManagedFieldsEntry entry, List<String> path) {
    Object at = entry.getFieldsV1().getAdditionalProperties();
    for (var step : path) {
      if (!(at instanceof Map<?, ?> fields) || !fields.containsKey(step)) {
        return false;
      }
      at = fields.get(step);
    }
    return true;
  }
}
