package io.appenv.operator.reconciler;

import io.appenv.operator.backend.ack.AckWrites;
import io.appenv.operator.cache.CachePort;
import io.appenv.operator.database.DatabasePort;
import io.appenv.operator.files.FilesPort;
import io.appenv.operator.ingress.CertificatePort;
import io.appenv.operator.model.Action;
import io.appenv.operator.model.CacheAction;
import io.appenv.operator.model.CertificateAction;
import io.appenv.operator.model.Component;
import io.appenv.operator.model.DatabaseAction;
import io.appenv.operator.model.Desired;
import io.appenv.operator.model.Failure;
import io.appenv.operator.model.FailureException;
import io.appenv.operator.model.FileAction;
import io.appenv.operator.model.Observed;
import io.appenv.operator.model.Plan;
import io.appenv.operator.model.PlannedAction;
import io.appenv.operator.model.PublicationAction;
import io.appenv.operator.model.Reason;
import io.appenv.operator.model.Receipt;
import io.appenv.operator.model.SecurityGroupAction;
import io.appenv.operator.model.WorkloadAction;
import io.appenv.operator.network.NetworkPort;
import io.appenv.operator.publication.PublicationPort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Makes the calls a plan lists, in its order, and no others. A failed action stops the rest of its
 * component, because later actions build on earlier ones; the other component goes on.
 */
@ApplicationScoped
class PlanExecutor {

  private static final Logger LOG = Logger.getLogger(PlanExecutor.class);

  private final DatabasePort databases;
  private final CachePort caches;
  private final NetworkPort networks;
  private final CertificatePort certificates;
  private final FilesPort files;
  private final PublicationPort publications;
  private final AckWrites ack;

  PlanExecutor(
      DatabasePort databases,
      CachePort caches,
      NetworkPort networks,
      CertificatePort certificates,
      FilesPort files,
      PublicationPort publications,
      AckWrites ack) {
    this.databases = databases;
    this.caches = caches;
    this.networks = networks;
    this.certificates = certificates;
    this.files = files;
    this.publications = publications;
    this.ack = ack;
  }

  /** Told of each call once it was answered, or was not. */
  interface Audit {
    void record(PlannedAction planned, Receipt receipt, Optional<Failure> failure);
  }

  /** Makes the calls that are due for these parts; returns what failed, at most one for each. */
  Map<Component, Failure> execute(
      Desired desired,
      Observed observed,
      Plan plan,
      Set<Component> parts,
      DataPasswords passwords,
      Audit audit) {
    var failures = new EnumMap<Component, Failure>(Component.class);
    for (PlannedAction planned : plan.actions()) {
      var part = planned.action().target().kind().component();
      if (parts.contains(part) && Step.isCalled(planned, part) && !failures.containsKey(part)) {
        var answer = answer(desired, observed, planned, passwords);
        audit.record(planned, answer.receipt(), answer.failure());
        answer.failure().ifPresent(failed -> failures.put(part, failed));
      }
    }
    return failures;
  }

  private record Answer(Receipt receipt, Optional<Failure> failure) {
    static Answer failed(Failure failure) {
      return new Answer(Receipt.none(), Optional.of(failure));
    }
  }

  private Answer answer(
      Desired desired, Observed observed, PlannedAction planned, DataPasswords passwords) {
    try {
      return new Answer(call(desired, observed, planned, passwords), Optional.empty());
    } catch (FailureException failed) {
      return Answer.failed(failed.failure());
    } catch (RuntimeException unexpected) {
      // Nobody knows what it did; to be looked at like any other call without a good answer.
      LOG.errorf(unexpected, "%s failed unexpectedly", planned.action().operation());
      return Answer.failed(defect(planned, unexpected));
    }
  }

  private static Failure defect(PlannedAction planned, RuntimeException unexpected) {
    return new Failure.Recoverable(
        planned.action().target().kind().component(),
        Reason.UPSTREAM_ERROR,
        "%s failed with %s; the operator's log has the details."
            .formatted(planned.action().operation(), unexpected.getClass().getSimpleName()));
  }

  private Receipt call(
      Desired desired, Observed observed, PlannedAction planned, DataPasswords passwords) {
    return switch (desired.backend()) {
      case AWS -> call(desired.region().orElseThrow(), planned.action(), passwords);
      case ACK -> callByControllers(desired, observed, planned.action());
      case IN_CLUSTER -> throw new IllegalStateException("nothing is planned in the cluster");
    };
  }

  /** Security groups, buckets and what is published are made by no controller. */
  private Receipt callByControllers(Desired desired, Observed observed, Action called) {
    return switch (called) {
      case SecurityGroupAction action -> networks.execute(desired.region().orElseThrow(), action);
      case FileAction action -> files.execute(desired.region().orElseThrow(), action);
      case PublicationAction action -> publications.execute(desired.region().orElseThrow(), action);
      default -> {
        ack.execute(desired, observed, called);
        yield Receipt.none();
      }
    };
  }

  private Receipt call(String region, Action called, DataPasswords passwords) {
    return switch (called) {
      case SecurityGroupAction action -> networks.execute(region, action);
      case DatabaseAction action -> databases.execute(region, action, passwords.database());
      case CacheAction action -> caches.execute(region, action, passwords.cache());
      case CertificateAction action -> certificates.execute(region, action);
      case FileAction action -> files.execute(region, action);
      case PublicationAction action -> publications.execute(region, action);
      case WorkloadAction action ->
          throw new IllegalStateException(action + " is for the dependents to make");
    };
  }
}
