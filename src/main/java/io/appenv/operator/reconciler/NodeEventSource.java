package io.appenv.operator.reconciler;

import io.appenv.operator.api.v1alpha1.AppEnvironment;
import io.appenv.operator.dependent.PackedStore;
import io.appenv.operator.scaling.NodeSummary;
import io.fabric8.kubernetes.api.model.ListOptionsBuilder;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.javaoperatorsdk.operator.api.config.informer.InformerEventSourceConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.health.InformerHealthIndicator;
import io.javaoperatorsdk.operator.processing.event.source.SecondaryToPrimaryMapper;
import io.javaoperatorsdk.operator.processing.event.source.informer.InformerEventSource;
import java.net.HttpURLConnection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Watches the nodes of the cluster, and keeps only that of them in memory which tells of their
 * room. The right to read them came later, and an informer without it would keep the operator from
 * starting.
 */
final class NodeEventSource extends InformerEventSource<Node, AppEnvironment> {

  private static final Logger LOG = Logger.getLogger(NodeEventSource.class);

  private final KubernetesClient client;
  private final boolean wanted;
  private volatile boolean watching;

  private NodeEventSource(
      InformerEventSourceConfiguration<Node> configuration,
      EventSourceContext<AppEnvironment> context,
      boolean wanted) {
    super(configuration, context);
    this.client = context.getClient();
    this.wanted = wanted;
  }

  /**
   * @param wanted whether they are looked at at all
   * @param reached the environments that a change of a node matters to
   */
  static NodeEventSource create(
      EventSourceContext<AppEnvironment> context,
      boolean wanted,
      SecondaryToPrimaryMapper<Node> reached) {
    var store = new PackedStore<>(Node.class, NodeSummary::of);
    return new NodeEventSource(
        InformerEventSourceConfiguration.from(Node.class, AppEnvironment.class)
            .withName("nodes")
            // No node is one environment's. Without this the SDK would ask for whom a node matters
            // at each of its signs of life.
            .<AppEnvironment>withPrimaryToSecondaryMapper(_ -> Set.of())
            .withSecondaryToPrimaryMapper(reached)
            .withItemStore(store)
            .withInformerListLimit(PackedStore.PAGE)
            .withOnUpdateFilter(store::isChange)
            .build(),
        context,
        wanted);
  }

  @Override
  public synchronized void start() {
    watching = wanted && isAllowed();
    if (watching) {
      super.start();
    }
  }

  /** What is not watched cannot die; the SDK (5.3.2) would look for an informer all the same. */
  @Override
  public Map<String, InformerHealthIndicator> informerHealthIndicators() {
    return manager() == null ? Map.of() : super.informerHealthIndicators();
  }

  private boolean isAllowed() {
    try {
      client.nodes().list(new ListOptionsBuilder().withLimit(PackedStore.PAGE).build());
      return true;
    } catch (KubernetesClientException refused) {
      if (refused.getCode() == HttpURLConnection.HTTP_FORBIDDEN) {
        LOG.infof(
            "Nodes may not be read, so nothing is said of their room; apply deploy/base and start"
                + " the operator again: %s",
            refused.getMessage());
        return false;
      }
      // Whatever else is wrong, the informer waits for its end as all others do.
      return true;
    }
  }

  /** Empty where they may not be read. */
  Optional<List<Node>> nodes() {
    return watching ? Optional.of(list(_ -> true).toList()) : Optional.empty();
  }
}
