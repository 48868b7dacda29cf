package io.appenv.operator.status;

import io.appenv.operator.model.Component;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The conditions of an environment, in the order in which they are listed. */
public enum ConditionType {
  /** Everything declared is there and works, for the current generation. */
  READY("Ready", null),
  /** Work is under way or is being tried again (kstatus: in progress). */
  RECONCILING("Reconciling", null),
  /** Nothing goes on until somebody acts (kstatus: failed). */
  STALLED("Stalled", null),
  NETWORK_READY("NetworkReady", Component.NETWORK),
  DATABASE_READY("DatabaseReady", Component.DATABASE),
  CACHE_READY("CacheReady", Component.CACHE),
  CONFIGURATION_READY("ConfigurationReady", Component.CONFIGURATION),
  WORKLOADS_READY("WorkloadsReady", Component.WORKLOADS),
  INGRESS_READY("IngressReady", Component.INGRESS),
  FILES_READY("FilesReady", Component.FILES);

  private final String word;
  private final Optional<Component> component;

  ConditionType(String word, @Nullable Component component) {
    this.word = word;
    this.component = Optional.ofNullable(component);
  }

  /** The type as it stands in the status. */
  public String word() {
    return word;
  }

  /** The component it speaks of; empty for the conditions of the whole. */
  public Optional<Component> component() {
    return component;
  }
}
