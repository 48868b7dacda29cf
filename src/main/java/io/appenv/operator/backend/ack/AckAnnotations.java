package io.appenv.operator.backend.ack;

import io.appenv.operator.model.Action;
import io.appenv.operator.model.DatabaseAction;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * How the controllers are told what they may do. Left to themselves they delete a database together
 * with its resource, without a snapshot, and create an empty one where the database has vanished.
 */
final class AckAnnotations {

  static final String DELETION_POLICY = "services.k8s.aws/deletion-policy";
  static final String READ_ONLY = "services.k8s.aws/read-only";
  static final String ADOPTION_POLICY = "services.k8s.aws/adoption-policy";

  /** What is marked so is never created anew when it is not found. */
  static final String ADOPTED = "services.k8s.aws/adopted";

  static final String REGION = "services.k8s.aws/region";
  static final String SKIP_FINAL_SNAPSHOT = "rds.services.k8s.aws/skip-final-snapshot";
  static final String FINAL_SNAPSHOT = "rds.services.k8s.aws/final-db-snapshot-identifier";
  static final String DELETE_AUTOMATED_BACKUPS = "rds.services.k8s.aws/delete-automated-backups";

  /**
   * The node type the controller asked for last. It does not ask for the same one twice, not even
   * when somebody has changed it meanwhile.
   */
  static final String LAST_NODE_TYPE =
      "elasticache.services.k8s.aws/last-requested-cache-node-type";

  /** All that the operator sets, so that what is not wanted now is taken away. */
  static final Set<String> OURS =
      Set.of(
          DELETION_POLICY,
          READ_ONLY,
          ADOPTION_POLICY,
          REGION,
          SKIP_FINAL_SNAPSHOT,
          FINAL_SNAPSHOT,
          DELETE_AUTOMATED_BACKUPS);

  private AckAnnotations() {}

  /** For something that is not there yet. If it is all the same, the controller leaves it alone. */
  static Map<String, String> creating(String region) {
    return with(region, Map.of());
  }

  /** For something that is there, whether or not the controller knows it already. */
  static Map<String, String> changing(String region) {
    return with(region, Map.of(ADOPTION_POLICY, "adopt-or-create"));
  }

  /** Only now does the controller delete anything in AWS. */
  static Map<String, String> deleting(String region, Action action) {
    var annotations = new TreeMap<>(changing(region));
    annotations.put(DELETION_POLICY, "delete");
    if (action instanceof DatabaseAction.DeleteInstance delete) {
      annotations.put(SKIP_FINAL_SNAPSHOT, Boolean.toString(delete.finalSnapshot().isEmpty()));
      annotations.put(DELETE_AUTOMATED_BACKUPS, "true");
      delete.finalSnapshot().ifPresent(name -> annotations.put(FINAL_SNAPSHOT, name));
    }
    return Map.copyOf(annotations);
  }

  /** For the time in which nothing is to be changed: the controller corrects nothing by itself. */
  static Map<String, String> resting() {
    return Map.of(DELETION_POLICY, "retain", READ_ONLY, "true", ADOPTED, "true");
  }

  private static Map<String, String> with(String region, Map<String, String> others) {
    var annotations = new TreeMap<>(Map.of(DELETION_POLICY, "retain", REGION, region));
    annotations.putAll(others);
    return Map.copyOf(annotations);
  }
}
