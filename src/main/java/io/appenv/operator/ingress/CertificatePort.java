package io.appenv.operator.ingress;

import io.appenv.operator.model.Certificate;
import io.appenv.operator.model.Listed;
import java.util.Set;

/** What a backend knows of the certificates of a region. */
public interface CertificatePort {

  /**
   * Those of these certificates that exist, by ARN; throws {@link
   * io.appenv.operator.model.FailureException}.
   */
  Listed<Certificate> read(String region, Set<String> arns);
}
