package io.appenv.operator.backend.aws;

import io.appenv.operator.model.Component;
import io.appenv.operator.model.EngineParameter;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;

/**
 * The tags and parameters of ElastiCache resources, which it tells only one resource at a time.
 *
 * @param subnetGroups by ARN
 * @param groups of replication groups, by ARN
 * @param parameterGroups by ARN
 * @param parameters of parameter groups, by name
 */
record CacheTagReader(
    RotatingReads<Map<String, String>> subnetGroups,
    RotatingReads<Map<String, String>> groups,
    RotatingReads<Map<String, String>> parameterGroups,
    RotatingReads<Map<String, EngineParameter>> parameters) {

  private static final int READ_AGAIN_PER_LISTING = 2;

  static CacheTagReader tags(ElastiCacheClient elastiCache) {
    return new CacheTagReader(
        new RotatingReads<>(READ_AGAIN_PER_LISTING, arn -> read(elastiCache, arn)),
        new RotatingReads<>(READ_AGAIN_PER_LISTING, arn -> read(elastiCache, arn)),
        new RotatingReads<>(READ_AGAIN_PER_LISTING, arn -> read(elastiCache, arn)),
        new RotatingReads<>(READ_AGAIN_PER_LISTING, new CacheParameterReader(elastiCache)::read));
  }

  private static Optional<Map<String, String>> read(ElastiCacheClient elastiCache, String arn) {
    return AwsCalls.makeUnlessGone(
            AwsCall.listing(Component.CACHE, "ListTagsForResource", arn),
            () -> elastiCache.listTagsForResource(request -> request.resourceName(arn)))
        .map(answer -> CacheTags.from(answer.tagList()));
  }
}
