package io.appenv.operator.status;

import io.appenv.operator.api.v1alpha1.AppEnvironmentSpec;
import io.appenv.operator.api.v1alpha1.Stage;
import io.appenv.operator.api.v1alpha1.TierSpec;
import io.appenv.operator.model.Component;
import io.appenv.operator.model.DatabaseInstance;
import io.appenv.operator.model.ReplicationGroup;
import io.appenv.operator.model.Sighting;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;

/** The verdicts on the parts that an environment has, by condition. */
final class ComponentVerdicts {

  private ComponentVerdicts() {}

  static Map<ConditionType, Verdict> of(StatusInput input) {
    var verdicts = new EnumMap<ConditionType, Verdict>(ConditionType.class);
    var spec = input.environment().getSpec();
    if (spec != null && spec.stage() != Stage.Development) {
      verdicts.put(ConditionType.NETWORK_READY, NetworkVerdict.of(input));
    }
    if (spec != null && spec.database() != null) {
      verdicts.put(ConditionType.DATABASE_READY, database(input));
    }
    if (spec != null && spec.cache() != null) {
      verdicts.put(ConditionType.CACHE_READY, cache(input));
    }
    if (spec != null && (spec.publishes() || isAnyRead(spec))) {
      verdicts.put(ConditionType.CONFIGURATION_READY, ConfigurationVerdict.of(input));
    }
    verdicts.put(ConditionType.WORKLOADS_READY, new WorkloadsVerdict(input).verdict());
    if (spec != null && spec.network() != null && spec.network().ingress() != null) {
      verdicts.put(ConditionType.INGRESS_READY, IngressVerdict.of(input));
    }
    if (spec != null && spec.files() != null) {
      verdicts.put(ConditionType.FILES_READY, FilesVerdict.of(input));
    }
    if (input.isBroken()) {
      verdicts.keySet().removeIf(type -> isUntold(input, type));
    }
    return verdicts;
  }

  private static boolean isAnyRead(AppEnvironmentSpec spec) {
    return spec.tiers().stream().anyMatch(TierSpec::readsVariables);
  }

  private static boolean isUntold(StatusInput input, ConditionType type) {
    return type.component().map(it -> input.failuresOf(it).isEmpty()).orElse(true);
  }

  private static Verdict database(StatusInput input) {
    var state = map(input.observed().database().instance(), DatabaseInstance::status);
    return new DataVerdict(input, Component.DATABASE, state, input.database()).verdict();
  }

  private static Verdict cache(StatusInput input) {
    var state = map(input.observed().cache().group(), ReplicationGroup::status);
    return new DataVerdict(input, Component.CACHE, state, input.cache()).verdict();
  }

  private static <T> Sighting<String> map(Sighting<T> sighting, Function<T, String> word) {
    return switch (sighting) {
      case Sighting.Unseen<T> _ -> Sighting.unseen();
      case Sighting.Absent<T> _ -> Sighting.absent();
      case Sighting.Present<T> present -> Sighting.present(word.apply(present.value()));
    };
  }
}
