package io.appenv.operator.backend.aws;

import io.appenv.operator.files.FilesPort;
import io.appenv.operator.model.Bucket;
import io.appenv.operator.model.BucketContents;
import io.appenv.operator.model.FileAction;
import io.appenv.operator.model.Listed;
import io.appenv.operator.model.Receipt;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;

/** Buckets as Amazon S3 tells of them. */
@ApplicationScoped
public class AwsFilesPort implements FilesPort {

  private final AwsRegions regions;

  @Inject
  public AwsFilesPort(AwsRegions regions) {
    this.regions = regions;
  }

  @Override
  public Listed<Bucket> buckets(String region) {
    return regions.region(region).buckets().list();
  }

  @Override
  public Listed<BucketContents> contents(String region, Set<String> buckets) {
    return regions.region(region).buckets().contents(buckets);
  }

  @Override
  public Receipt execute(String region, FileAction action) {
    return regions.region(region).bucketCalls().execute(action);
  }
}
