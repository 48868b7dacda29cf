package io.appenv.operator.ingress;

import io.appenv.operator.model.CertificateAction;
import io.appenv.operator.model.ChangeClass;
import io.appenv.operator.model.Component;
import io.appenv.operator.model.Desired;
import io.appenv.operator.model.DomainPlanner;
import io.appenv.operator.model.Failure;
import io.appenv.operator.model.IntentRecord;
import io.appenv.operator.model.Observed;
import io.appenv.operator.model.OwnCertificate;
import io.appenv.operator.model.Plan;
import io.appenv.operator.model.PlannedAction;
import io.appenv.operator.model.Reason;
import io.appenv.operator.model.ResourceKind;
import io.appenv.operator.model.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Plans the certificates that the operator asks for: asked for, validated, and deleted once nothing
 * has them any more. None is deleted that the Ingress names, so a host changes without a gap.
 */
public final class CertificatePlanner implements DomainPlanner {

  private static final Failure UNSEEN =
      new Failure.Waiting(
          Component.INGRESS, Reason.OBSERVING, "The certificates were not listed yet.");

  @Override
  public Plan apply(Desired desired, Observed observed, IntentRecord recorded) {
    return OwnCertificates.of(desired, observed)
        .map(own -> apply(own, recorded))
        .orElseGet(Plan::empty);
  }

  private static Plan apply(OwnCertificates own, IntentRecord recorded) {
    var actions = new ArrayList<PlannedAction>();
    if (!recorded.ingress().isHostTaken()) {
      own.request().ifPresent(request -> actions.add(asked(request)));
      own.missingRecord().ifPresent(record -> actions.add(validated(own, record)));
    }
    own.former().stream().flatMap(it -> removal(own, it, recorded)).forEach(actions::add);
    return Plan.of(actions, own.mismatch().stream().toList());
  }

  private static PlannedAction asked(CertificateAction.Request request) {
    return PlannedAction.now(request, "there is no certificate for the host", ChangeClass.IN_PLACE);
  }

  private static PlannedAction validated(OwnCertificates own, CertificateAction.MakeRecord record) {
    var planned =
        PlannedAction.now(
            record, "by this record ACM sees whose the host is", ChangeClass.IN_PLACE);
    return record.record().isPresent() && own.isZoneKnown() ? planned : planned.afterPrevious();
  }

  /** The record first: without the certificate nobody would know of it. */
  private static Stream<PlannedAction> removal(
      OwnCertificates own, OwnCertificate former, IntentRecord recorded) {
    var isBusy =
        former.inUse() || recorded.ingress().certificate().equals(Optional.of(former.arn()));
    return Stream.concat(
            own.superfluousRecord(former).stream().map(it -> (CertificateAction) it),
            Stream.of(new CertificateAction.Delete(former.host(), former.arn())))
        .map(it -> PlannedAction.now(it, "nothing is to have it any more", ChangeClass.IN_PLACE))
        .map(it -> isBusy ? it.afterPrevious() : it);
  }

  /** Nothing of a certificate is compared: ACM changes none. */
  @Override
  public Map<Component, List<Standing>> standings(Desired desired, Observed observed) {
    return Map.of();
  }

  @Override
  public Plan delete(Desired desired, Observed observed, IntentRecord recorded) {
    return OwnCertificates.ofDeleted(desired, observed)
        .map(own -> deletion(own, recorded))
        .orElseGet(() -> isConcerned(desired, recorded) ? Plan.of(UNSEEN) : Plan.empty());
  }

  /** Whether it may have some. */
  private static boolean isConcerned(Desired desired, IntentRecord recorded) {
    return desired.ingress().flatMap(it -> it.managedCertificate()).isPresent()
        || Stream.concat(recorded.intended().stream(), recorded.established().stream())
            .anyMatch(ref -> ref.kind() == ResourceKind.CERTIFICATE);
  }

  private static Plan deletion(OwnCertificates own, IntentRecord recorded) {
    return Plan.of(
        own.former().stream().flatMap(it -> removal(own, it, recorded)).toList(),
        own.former().stream().filter(OwnCertificate::inUse).map(CertificatePlanner::busy).toList());
  }

  private static Failure busy(OwnCertificate certificate) {
    return new Failure.Waiting(
        Component.INGRESS,
        Reason.DELETING,
        "A load balancer still has the certificate for %s.".formatted(certificate.host()));
  }
}
