package io.appenv.operator.backend.incluster;

import io.appenv.operator.model.Blueprint;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.util.Optional;
import java.util.stream.Stream;

/** The data servers of an environment whose backend is the cluster itself; none with AWS. */
public final class InClusterServers {

  private InClusterServers() {}

  public static Stream<StatefulSet> statefulSets(Blueprint blueprint) {
    return servers(blueprint).map(server -> DataStatefulSet.build(blueprint, server));
  }

  public static Stream<Service> services(Blueprint blueprint) {
    return servers(blueprint).map(server -> DataService.build(blueprint, server));
  }

  public static Stream<NetworkPolicy> networkPolicies(Blueprint blueprint) {
    return servers(blueprint).map(server -> DataNetworkPolicy.build(blueprint, server));
  }

  private static Stream<DataServer> servers(Blueprint blueprint) {
    var desired = blueprint.desired();
    return switch (desired.backend()) {
      case AWS, ACK -> Stream.empty();
      case IN_CLUSTER ->
          Stream.of(
                  desired.database().map(database -> Postgres.server(blueprint, database)),
                  desired.cache().map(cache -> Valkey.server(blueprint, cache)))
              .flatMap(Optional::stream);
    };
  }
}
