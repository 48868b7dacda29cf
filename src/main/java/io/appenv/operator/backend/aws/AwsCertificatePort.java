package io.appenv.operator.backend.aws;

import io.appenv.operator.ingress.CertificatePort;
import io.appenv.operator.model.Certificate;
import io.appenv.operator.model.Listed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;

/** Certificates in AWS Certificate Manager. */
@ApplicationScoped
public class AwsCertificatePort implements CertificatePort {

  private final AwsRegions regions;

  @Inject
  public AwsCertificatePort(AwsRegions regions) {
    this.regions = regions;
  }

  @Override
  public Listed<Certificate> read(String region, Set<String> arns) {
    return regions.region(region).certificates().read(arns);
  }
}
