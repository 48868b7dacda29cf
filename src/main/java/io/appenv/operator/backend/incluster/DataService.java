package io.appenv.operator.backend.incluster;

import io.appenv.operator.model.Blueprint;
import io.appenv.operator.workload.Labels;
import io.appenv.operator.workload.Metadata;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;

/** The headless Service of a data server: its name leads to the one pod. */
final class DataService {

  private DataService() {}

  static Service build(Blueprint blueprint, DataServer server) {
    var environment = Metadata.environment(blueprint);
    return new ServiceBuilder()
        .withMetadata(
            Metadata.named(
                blueprint,
                server.name(),
                Labels.data(environment, server.component(), server.product())))
        .withNewSpec()
        .withType("ClusterIP")
        .withClusterIP("None")
        .withSelector(Labels.dataSelector(environment, server.component()))
        .addNewPort()
        .withName(server.product())
        .withPort(server.port())
        .withTargetPort(new IntOrString(server.port()))
        .withProtocol("TCP")
        .endPort()
        .endSpec()
        .build();
  }
}
