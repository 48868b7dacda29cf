package io.appenv.operator.ingress;

import io.appenv.operator.model.Certificate;
import io.appenv.operator.model.CertificateAction;
import io.appenv.operator.model.Listed;
import io.appenv.operator.model.OwnCertificate;
import io.appenv.operator.model.Receipt;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/**
 * What a backend offers for certificates. Every method throws {@link
 * io.appenv.operator.model.FailureException}.
 */
public interface CertificatePort {

  /** Those of these certificates that exist, by ARN. */
  Listed<Certificate> read(String region, Set<String> arns);

  /**
   * All certificates for these hosts, by ARN, with their tags.
   *
   * @param hosts and for each the id of the hosted zone where its record is looked for; empty for
   *     none
   */
  Listed<OwnCertificate> own(String region, Map<String, String> hosts);

  /** Names of those of these hosted zones that exist, by id. */
  Listed<String> zones(String region, Collection<String> ids);

  /** Makes the one call the action stands for. */
  Receipt execute(String region, CertificateAction action);
}
