package io.appenv.operator.reconciler;

import io.appenv.operator.model.AddressRange;
import io.fabric8.kubernetes.api.model.networking.v1.ServiceCIDR;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.HttpURLConnection;
import java.util.Optional;
import org.jboss.logging.Logger;

/** The addresses that the cluster gives to Services. They stay what they are while it lives. */
@ApplicationScoped
class ServiceAddresses {

  private static final Logger LOG = Logger.getLogger(ServiceAddresses.class);

  /** The one that the API server makes of its own setting, from Kubernetes 1.33 on. */
  private static final String NAME = "kubernetes";

  private final KubernetesClient client;
  private Optional<AddressRange> range = Optional.empty();
  private boolean asked;

  ServiceAddresses(KubernetesClient client) {
    this.client = client;
  }

  /** Read once; empty where the cluster does not tell it. */
  synchronized Optional<AddressRange> range() {
    if (!asked) {
      read();
    }
    return range;
  }

  /** An environment does without, so nothing that goes wrong here may stop its pass. */
  private void read() {
    try {
      var told = Optional.ofNullable(client.network().v1().serviceCIDRs().withName(NAME).get());
      range = told.flatMap(ServiceAddresses::ipv4);
      asked = true;
    } catch (KubernetesClientException refused) {
      asked = refused.getCode() == HttpURLConnection.HTTP_FORBIDDEN;
      LOG.infof("The addresses of Services are not known: %s", refused.getMessage());
    }
  }

  private static Optional<AddressRange> ipv4(ServiceCIDR told) {
    return told.getSpec().getCidrs().stream()
        .map(AddressRange::parse)
        .flatMap(Optional::stream)
        .findFirst();
  }
}
