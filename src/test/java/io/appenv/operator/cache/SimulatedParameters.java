package io.appenv.operator.cache;

import static io.appenv.operator.cache.SimulatedGroup.refuseUnless;

import io.appenv.operator.model.CacheAction.CreateParameterGroup;
import io.appenv.operator.model.EngineParameter;
import io.appenv.operator.model.Ownership;
import io.appenv.operator.model.ParameterGroup;
import io.appenv.operator.model.ParameterSetting;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The parameter groups of a simulated ElastiCache. */
final class SimulatedParameters {

  private static final int MOST_IN_A_CALL = 20;

  private static final Map<String, EngineParameter> FAMILY =
      Map.of(
          "maxmemory-policy", parameter("volatile-lru", false, true),
          "timeout", parameter("0", false, true),
          "databases", parameter("16", true, true),
          "maxmemory", parameter("100", false, false));

  final Map<String, ParameterGroup> groups = new TreeMap<>();

  private static EngineParameter parameter(String value, boolean isStatic, boolean isModifiable) {
    return new EngineParameter(Optional.of(value), false, isStatic, isModifiable);
  }

  void create(CreateParameterGroup create) {
    var desired = create.desired();
    var name = desired.parameters().group();
    var tags = new HashMap<>(desired.tags());
    tags.remove(Ownership.CREDENTIALS);
    refuseUnless(!groups.containsKey(name), "the parameter group exists");
    groups.put(
        name,
        new ParameterGroup(
            name, "arn:" + name, desired.parameters().family(), FAMILY, Map.copyOf(tags)));
  }

  void set(String group, List<ParameterSetting> settings) {
    refuseUnless(settings.size() <= MOST_IN_A_CALL, "too many parameters");
    change(group, ParameterSetting.applied(settings, group(group).parameters()));
  }

  void reset(String group, List<ParameterSetting> settings) {
    var after = new HashMap<>(group(group).parameters());
    settings.forEach(
        it -> after.computeIfPresent(it.name(), (name, known) -> FAMILY.getOrDefault(name, known)));
    change(group, after);
  }

  void delete(String name, Optional<String> used) {
    refuseUnless(used.filter(name::equals).isEmpty(), "the parameter group is in use");
    groups.remove(name);
  }

  private void change(String name, Map<String, EngineParameter> parameters) {
    var before = group(name);
    groups.put(
        name, new ParameterGroup(name, before.arn(), before.family(), parameters, before.tags()));
  }

  private ParameterGroup group(String name) {
    return Optional.ofNullable(groups.get(name))
        .orElseThrow(() -> new AssertionError("there is no parameter group " + name));
  }

  /** The family of a group that is the default one of it, or is here. */
  String family(String name) {
    return name.startsWith("default.") ? name.substring("default.".length()) : group(name).family();
  }
}
