package io.appenv.operator.backend.incluster;

import io.appenv.operator.model.DeletionPolicy;
import io.appenv.operator.model.DesiredTier;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.List;
import java.util.Map;

/**
 * What PostgreSQL and Valkey have in common as servers in the cluster.
 *
 * @param name of the StatefulSet and its Service, and so of the host
 * @param component what it is to the environment: database or cache
 * @param use by which a tier says that it connects
 * @param product what runs, as in the label app.kubernetes.io/name
 * @param command empty for the image's own
 * @param probe command that succeeds when the server answers
 * @param user id the image's files belong to
 * @param group id that owns the volume
 * @param scratchPaths folders the server writes to besides its volume
 */
record DataServer(
    String name,
    String component,
    DesiredTier.Use use,
    String product,
    String image,
    int port,
    List<String> command,
    List<EnvVar> variables,
    List<String> probe,
    long user,
    long group,
    Map<String, String> scratchPaths,
    Quantity cpu,
    Quantity memory,
    Quantity storage,
    DeletionPolicy deletionPolicy) {

  /** Where the volume is mounted: outside the images' own volumes, which differ by version. */
  static final String DATA_PATH = "/data";
}
