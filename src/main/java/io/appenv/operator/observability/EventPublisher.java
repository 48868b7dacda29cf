package io.appenv.operator.observability;

import io.fabric8.kubernetes.api.model.EventBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectReference;
import io.fabric8.kubernetes.api.model.ObjectReferenceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import org.jboss.logging.Logger;

/** Writes Kubernetes events. An event that cannot be written is logged and never holds up work. */
@ApplicationScoped
public class EventPublisher {

  private static final Logger LOG = Logger.getLogger(EventPublisher.class);
  private static final String COMPONENT = "appenv-operator";

  /** The API server refuses longer messages. */
  private static final int MESSAGE_LIMIT = 1024;

  private final KubernetesClient client;
  private final InstantSource clock;

  EventPublisher(KubernetesClient client, InstantSource clock) {
    this.client = client;
    this.clock = clock;
  }

  /** Publishes one event; {@code type} is Normal or Warning. */
  public void publish(HasMetadata about, String type, String reason, String message) {
    var now = clock.instant().toString();
    var event =
        new EventBuilder()
            .withNewMetadata()
            .withGenerateName(about.getMetadata().getName() + ".")
            .withNamespace(about.getMetadata().getNamespace())
            .endMetadata()
            .withInvolvedObject(reference(about))
            .withType(type)
            .withReason(reason)
            .withMessage(
                message.length() > MESSAGE_LIMIT ? message.substring(0, MESSAGE_LIMIT) : message)
            .withFirstTimestamp(now)
            .withLastTimestamp(now)
            .withCount(1)
            .withNewSource(COMPONENT, null)
            .withReportingComponent(COMPONENT)
            .build();
    try {
      client.v1().events().inNamespace(about.getMetadata().getNamespace()).resource(event).create();
    } catch (KubernetesClientException refused) {
      LOG.warnf(
          "Event %s on %s/%s was not written: HTTP %d",
          reason,
          about.getMetadata().getNamespace(),
          about.getMetadata().getName(),
          refused.getCode());
    }
  }

  private static ObjectReference reference(HasMetadata about) {
    return new ObjectReferenceBuilder()
        .withApiVersion(about.getApiVersion())
        .withKind(about.getKind())
        .withName(about.getMetadata().getName())
        .withNamespace(about.getMetadata().getNamespace())
        .withUid(about.getMetadata().getUid())
        .build();
  }
}
