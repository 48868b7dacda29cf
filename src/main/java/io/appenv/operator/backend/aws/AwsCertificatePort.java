package io.appenv.operator.backend.aws;

import io.appenv.operator.ingress.CertificatePort;
import io.appenv.operator.model.Certificate;
import io.appenv.operator.model.CertificateAction;
import io.appenv.operator.model.Listed;
import io.appenv.operator.model.OwnCertificate;
import io.appenv.operator.model.Receipt;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Map;
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

  @Override
  public Listed<OwnCertificate> own(String region, Map<String, String> hosts) {
    return hosts.isEmpty()
        ? Listed.of(Map.of())
        : regions.region(region).certificates().own(region, hosts);
  }

  @Override
  public Listed<String> zones(String region, Collection<String> ids) {
    return regions.region(region).certificates().zones(ids);
  }

  @Override
  public Receipt execute(String region, CertificateAction action) {
    return regions.region(region).certificateCalls().execute(action);
  }
}
