package io.appenv.operator.workload;

import io.appenv.operator.model.DesiredTier;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The labels of every object the operator makes, and what they are found by. */
public final class Labels {

  public static final String NAME = "app.kubernetes.io/name";
  public static final String INSTANCE = "app.kubernetes.io/instance";
  public static final String COMPONENT = "app.kubernetes.io/component";
  public static final String PART_OF = "app.kubernetes.io/part-of";
  public static final String MANAGED_BY = "app.kubernetes.io/managed-by";
  public static final String ENVIRONMENT = "appenv.io/environment";
  public static final String TIER = "appenv.io/tier";
  public static final String ROLE = "appenv.io/role";

  /** Id of the set of variables that a pod reads, or that a Secret is. */
  public static final String CONFIGURATION = "appenv.io/configuration";

  public static final String OPERATOR = "appenv-operator";

  /** What the informers select, so that the cluster's other objects never enter memory. */
  public static final String INFORMER_SELECTOR = MANAGED_BY + "=" + OPERATOR;

  static final String ROLE_CONNECTION = "connection";
  static final String ROLE_CREDENTIALS = "credentials";
  static final String ROLE_CONFIGURATION = "configuration";

  private Labels() {}

  /** Labels of the objects of a tier, its pods included. */
  public static Map<String, String> tier(String environment, DesiredTier tier) {
    var labels = part(environment, tier.name(), tier.name());
    labels.put(TIER, tier.name());
    return labels;
  }

  /** What selects the pods of a tier. A Deployment's selector is immutable: never add to this. */
  public static Map<String, String> tierSelector(String environment, DesiredTier tier) {
    return tierSelector(environment, tier.name());
  }

  /** The same of a tier of this name. */
  public static Map<String, String> tierSelector(String environment, String tier) {
    return new TreeMap<>(Map.of(ENVIRONMENT, environment, TIER, tier));
  }

  /** Labels of the way in from outside of the cluster. */
  public static Map<String, String> ingress(String environment) {
    return part(environment, "ingress", "ingress");
  }

  /** Labels of a data server inside the cluster, such as component "database" run by postgresql. */
  public static Map<String, String> data(String environment, String component, String server) {
    return part(environment, component, server);
  }

  /** What selects the pod of a data server; immutable like a tier's selector. */
  public static Map<String, String> dataSelector(String environment, String component) {
    return new TreeMap<>(Map.of(ENVIRONMENT, environment, COMPONENT, component));
  }

  /** Labels of a Secret by which tiers reach a data service. */
  public static Map<String, String> connection(String environment, String component) {
    return secret(environment, component, ROLE_CONNECTION);
  }

  /** Labels of a Secret that holds a generated password; no dependent may touch those. */
  public static Map<String, String> credentials(String environment) {
    return secret(environment, "credentials", ROLE_CREDENTIALS);
  }

  /** Labels of a Secret that is a set of variables of a tier. */
  static Map<String, String> configuration(String environment, DesiredTier tier, String id) {
    var labels = secret(environment, "configuration", ROLE_CONFIGURATION);
    labels.put(TIER, tier.name());
    labels.put(CONFIGURATION, id);
    return labels;
  }

  /** The tier an object belongs to; empty for those of the whole environment. */
  public static Optional<String> tierOf(HasMetadata resource) {
    return Optional.ofNullable(resource.getMetadata().getLabels()).map(labels -> labels.get(TIER));
  }

  /** Whether an object is a connection Secret. */
  public static boolean isConnection(HasMetadata resource) {
    return hasRole(resource, ROLE_CONNECTION);
  }

  /** Whether an object is a set of variables of a tier. */
  public static boolean isConfiguration(HasMetadata resource) {
    return hasRole(resource, ROLE_CONFIGURATION);
  }

  private static boolean hasRole(HasMetadata resource, String role) {
    var labels = resource.getMetadata().getLabels();
    return labels != null && role.equals(labels.get(ROLE));
  }

  /** Whether an object is a Secret with a generated password of an environment of this name. */
  public static boolean isCredentials(HasMetadata resource, String environment) {
    var labels = resource.getMetadata().getLabels();
    return labels != null
        && ROLE_CREDENTIALS.equals(labels.get(ROLE))
        && environment.equals(labels.get(ENVIRONMENT));
  }

  private static Map<String, String> secret(String environment, String component, String role) {
    var labels = part(environment, component, component);
    labels.put(ROLE, role);
    return labels;
  }

  private static Map<String, String> part(String environment, String component, String name) {
    var labels = new TreeMap<String, String>();
    labels.put(NAME, name);
    labels.put(INSTANCE, environment + "-" + component);
    labels.put(COMPONENT, component);
    labels.put(PART_OF, environment);
    labels.put(MANAGED_BY, OPERATOR);
    labels.put(ENVIRONMENT, environment);
    return labels;
  }
}
