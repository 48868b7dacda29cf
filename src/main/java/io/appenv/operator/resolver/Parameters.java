package io.appenv.operator.resolver;

import io.appenv.operator.model.ManagedParameters;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code spec.database.parameters}, and adds those that every database has. */
final class Parameters {

  private static final String FIELD = "spec.database.parameters";
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_.]{0,254}");
  private static final int MOST = 50;

  private Parameters() {}

  static Map<String, String> read(Problems problems, @Nullable Map<String, String> spec) {
    var given = spec == null ? Map.<String, String>of() : spec;
    if (given.size() > MOST) {
      problems.add("%s has %d entries; write %d at most".formatted(FIELD, given.size(), MOST));
    }
    new TreeMap<>(given).keySet().forEach(name -> check(problems, name));
    var all = new HashMap<>(given);
    all.putAll(ManagedParameters.wanted());
    return all;
  }

  private static void check(Problems problems, String name) {
    if (ManagedParameters.wanted().containsKey(name)) {
      problems.add("%s names %s, which is the operator's; remove it".formatted(FIELD, name));
    } else if (!NAME.matcher(name).matches()) {
      problems.add(
          "%s names %s; write the name of a parameter of PostgreSQL, for example work_mem"
              .formatted(FIELD, Problems.quoted(name)));
    }
  }
}
