package io.appenv.operator.resolver;

import io.appenv.operator.model.ManagedParameters;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the engine parameters of a spec. */
final class Parameters {

  private static final int MOST = 50;

  private static final Parameters DATABASE =
      new Parameters(
          "spec.database.parameters",
          Pattern.compile("[a-z][a-z0-9_.]{0,254}"),
          "PostgreSQL, for example work_mem");

  private static final Parameters CACHE =
      new Parameters(
          "spec.cache.parameters",
          Pattern.compile("[a-z][a-z0-9-]{0,99}"),
          "Redis, for example maxmemory-policy");

  private final String field;
  private final Pattern name;
  private final String engine;

  private Parameters(String field, Pattern name, String engine) {
    this.field = field;
    this.name = name;
    this.engine = engine;
  }

  /** With those that every database has. */
  static Map<String, String> ofDatabase(Problems problems, @Nullable Map<String, String> spec) {
    var all =
        new HashMap<>(spec == null ? Map.<String, String>of() : DATABASE.read(problems, spec));
    all.putAll(ManagedParameters.wanted());
    return all;
  }

  static Optional<Map<String, String>> ofCache(
      Problems problems, @Nullable Map<String, String> spec) {
    return Optional.ofNullable(spec).map(given -> CACHE.read(problems, given));
  }

  private Map<String, String> read(Problems problems, Map<String, String> given) {
    if (given.size() > MOST) {
      problems.add("%s has %d entries; write %d at most".formatted(field, given.size(), MOST));
    }
    new TreeMap<>(given).keySet().forEach(it -> check(problems, it));
    return given;
  }

  private void check(Problems problems, String given) {
    if (ManagedParameters.wanted().containsKey(given)) {
      problems.add("%s names %s, which is the operator's; remove it".formatted(field, given));
    } else if (!name.matcher(given).matches()) {
      problems.add(
          "%s names %s; write the name of a parameter of %s"
              .formatted(field, Problems.quoted(given), engine));
    }
  }
}
