package io.appenv.operator.backend.ack;

import io.appenv.operator.model.Descriptions;
import io.appenv.operator.model.DesiredDatabase;
import io.appenv.operator.model.EngineParameter;
import io.appenv.operator.model.ParameterGroup;
import io.appenv.operator.model.ParameterSetting;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The specs of subnet groups and of the parameter group. */
final class AckGroups {

  private AckGroups() {}

  static Map<String, Object> databaseSubnets(
      String name, Set<String> subnetIds, Map<String, String> tags) {
    return group(Map.of("name", name, "description", Descriptions.of(tags)), subnetIds, tags);
  }

  static Map<String, Object> cacheSubnets(
      String name, Set<String> subnetIds, Map<String, String> tags) {
    return group(
        Map.of("cacheSubnetGroupName", name, "cacheSubnetGroupDescription", Descriptions.of(tags)),
        subnetIds,
        tags);
  }

  private static Map<String, Object> group(
      Map<String, String> names, Set<String> subnetIds, Map<String, String> tags) {
    var spec = new TreeMap<String, Object>(names);
    spec.put("subnetIDs", subnetIds.stream().sorted().toList());
    spec.put("tags", AckTags.of(tags));
    return spec;
  }

  static Map<String, Object> parameters(DesiredDatabase desired) {
    return parameters(
        desired.parameterGroup(), desired.parameterFamily(), Map.of(), desired.tags());
  }

  /** All that differs from the family is named, as the controller resets the rest. */
  static Map<String, Object> parameters(
      ParameterGroup seen, List<ParameterSetting> settings, Map<String, String> tags) {
    var values = new TreeMap<String, String>();
    seen.parameters().forEach((name, parameter) -> keep(values, name, parameter));
    settings.forEach(
        setting ->
            setting
                .value()
                .ifPresentOrElse(
                    value -> values.put(setting.name(), value),
                    () -> values.remove(setting.name())));
    return parameters(seen.name(), seen.family(), values, tags);
  }

  private static void keep(Map<String, String> values, String name, EngineParameter parameter) {
    parameter
        .value()
        .filter(_ -> parameter.isSet() && parameter.isModifiable())
        .ifPresent(value -> values.put(name, value));
  }

  private static Map<String, Object> parameters(
      String name, String family, Map<String, String> values, Map<String, String> tags) {
    var spec = new TreeMap<String, Object>();
    spec.put("name", name);
    spec.put("family", family);
    spec.put("description", Descriptions.of(tags));
    spec.put("parameterOverrides", values);
    spec.put("tags", AckTags.of(tags));
    return spec;
  }
}
