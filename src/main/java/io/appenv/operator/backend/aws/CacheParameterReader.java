package io.appenv.operator.backend.aws;

import io.appenv.operator.model.Component;
import io.appenv.operator.model.EngineParameter;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.Parameter;

/** Reads all parameters of a cache parameter group, of every source. */
final class CacheParameterReader {

  private static final int PAGE = 100;

  private final ElastiCacheClient elastiCache;
  private final KnownParameters known = new KnownParameters();

  CacheParameterReader(ElastiCacheClient elastiCache) {
    this.elastiCache = elastiCache;
  }

  Optional<Map<String, EngineParameter>> read(String group) {
    return AwsCalls.makeUnlessGone(
        AwsCall.listing(Component.CACHE, "DescribeCacheParameters", group),
        () ->
            elastiCache
                .describeCacheParametersPaginator(
                    request -> request.cacheParameterGroupName(group).maxRecords(PAGE))
                .parameters()
                .stream()
                .collect(known.collector(Parameter::parameterName, CacheGroups::parameter)));
  }
}
