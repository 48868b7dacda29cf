package io.appenv.operator.backend.aws;

import io.appenv.operator.model.Listed;
import io.appenv.operator.model.PublicationAction;
import io.appenv.operator.model.PublishedParameter;
import io.appenv.operator.model.PublishedSecret;
import io.appenv.operator.model.Receipt;
import io.appenv.operator.publication.PublicationPort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** What is published, as Systems Manager and Secrets Manager keep it. */
@ApplicationScoped
public class AwsPublicationPort implements PublicationPort {

  private final AwsRegions regions;

  @Inject
  public AwsPublicationPort(AwsRegions regions) {
    this.regions = regions;
  }

  @Override
  public Listed<PublishedParameter> parameters(String region, String path) {
    return regions.region(region).publishedParameters().below(path);
  }

  @Override
  public Listed<PublishedSecret> secrets(String region, String path) {
    return regions.region(region).publishedSecrets().below(path.substring(1));
  }

  @Override
  public Receipt execute(String region, PublicationAction action) {
    return switch (action) {
      case PublicationAction.OfParameter it ->
          regions.region(region).publishedParameters().execute(it);
      case PublicationAction.OfSecret it -> regions.region(region).publishedSecrets().execute(it);
    };
  }
}
