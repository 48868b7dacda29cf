package io.appenv.operator.observability;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.appenv.operator.api.v1alpha1.AppEnvironment;
import io.appenv.operator.model.AwsWrite;
import io.appenv.operator.model.Failure;
import io.appenv.operator.model.Failure.AwsError;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Tells of each call that changes something in AWS: one line of JSON under a log category of its
 * own, and an event on the environment where AWS took the call. What it did not take is in the
 * conditions, and so in an event, already.
 */
@ApplicationScoped
public class AuditTrail {

  /** Under which a log shipper finds the lines. */
  static final String CATEGORY = "appenv.audit";

  private static final Logger LOG = Logger.getLogger(CATEGORY);
  private static final String REASON = "AwsWrite";

  private final ObjectMapper json = new ObjectMapper();
  private final EventPublisher events;

  AuditTrail(EventPublisher events) {
    this.events = events;
  }

  public void record(AppEnvironment environment, AwsWrite write) {
    LOG.info(line(fields(environment, write)));
    if (write.failure().isEmpty()) {
      events.publish(environment, "Normal", REASON, sentence(write));
    }
  }

  private String line(Map<String, String> fields) {
    try {
      return json.writeValueAsString(fields);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("Strings are always JSON", impossible);
    }
  }

  static Map<String, String> fields(AppEnvironment environment, AwsWrite write) {
    var fields = new LinkedHashMap<String, String>();
    fields.put("namespace", environment.getMetadata().getNamespace());
    fields.put("environment", environment.getMetadata().getName());
    fields.put("uid", environment.getMetadata().getUid());
    fields.put("region", write.region());
    fields.put("operation", write.operation());
    fields.put("target", write.target().toString());
    fields.put("why", write.why());
    fields.put("plan", write.plan());
    write.requester().declared().ifPresent(it -> fields.put("declaredBy", it));
    write.requester().approved().ifPresent(it -> fields.put("approvedBy", it));
    fields.put("result", write.failure().isEmpty() ? "Done" : "Failed");
    write.failure().ifPresent(it -> fields.put("reason", it.reason().word()));
    write.failure().flatMap(Failure::cause).ifPresent(it -> fields.put("awsError", it.code()));
    requestId(write).ifPresent(it -> fields.put("requestId", it));
    return fields;
  }

  private static Optional<String> requestId(AwsWrite write) {
    return write
        .receipt()
        .requestId()
        .or(() -> write.failure().flatMap(Failure::cause).map(AwsError::requestId));
  }

  /** Names of field managers are of the users' choosing, so they come last and quoted. */
  static String sentence(AwsWrite write) {
    var said = new StringBuilder();
    said.append(write.operation()).append(' ').append(write.target()).append(": ");
    said.append(write.why()).append(". Plan ").append(write.plan());
    requestId(write).ifPresent(it -> said.append(", request id ").append(it));
    write
        .requester()
        .declared()
        .ifPresent(it -> said.append(", declared by \"").append(it).append('"'));
    write
        .requester()
        .approved()
        .ifPresent(it -> said.append(", approved by \"").append(it).append('"'));
    return said.append('.').toString();
  }
}
