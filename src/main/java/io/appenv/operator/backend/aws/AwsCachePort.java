package io.appenv.operator.backend.aws;

import io.appenv.operator.cache.CachePort;
import io.appenv.operator.model.CacheAction;
import io.appenv.operator.model.DataSnapshot;
import io.appenv.operator.model.Listed;
import io.appenv.operator.model.ParameterGroup;
import io.appenv.operator.model.Receipt;
import io.appenv.operator.model.ReplicationGroup;
import io.appenv.operator.model.SubnetGroup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Caches on Amazon ElastiCache. */
@ApplicationScoped
public class AwsCachePort implements CachePort {

  private final AwsRegions regions;

  @Inject
  public AwsCachePort(AwsRegions regions) {
    this.regions = regions;
  }

  @Override
  public Listed<ReplicationGroup> groups(String region, Set<String> named, boolean thorough) {
    return regions.region(region).caches().groups(region, named, thorough);
  }

  @Override
  public Listed<SubnetGroup> subnetGroups(String region) {
    return regions.region(region).caches().subnetGroups(region);
  }

  @Override
  public Listed<ParameterGroup> parameterGroups(String region) {
    return regions.region(region).caches().parameterGroups(region);
  }

  @Override
  public Map<String, DataSnapshot> snapshots(String region) {
    return regions.region(region).caches().snapshots(region);
  }

  @Override
  public Receipt execute(String region, CacheAction action, Optional<String> token) {
    return regions.region(region).cacheCalls().execute(action, token);
  }
}
