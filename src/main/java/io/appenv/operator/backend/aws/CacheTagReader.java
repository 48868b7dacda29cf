package io.appenv.operator.backend.aws;

import io.appenv.operator.model.Component;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;

/**
 * The tags of ElastiCache resources, which it tells only one resource at a time.
 *
 * @param subnetGroups by ARN
 * @param groups of replication groups, by ARN
 */
record CacheTagReader(
    RotatingReads<Map<String, String>> subnetGroups, RotatingReads<Map<String, String>> groups) {

  private static final int READ_AGAIN_PER_LISTING = 2;

  static CacheTagReader tags(ElastiCacheClient elastiCache) {
    return new CacheTagReader(
        new RotatingReads<>(READ_AGAIN_PER_LISTING, arn -> read(elastiCache, arn)),
        new RotatingReads<>(READ_AGAIN_PER_LISTING, arn -> read(elastiCache, arn)));
  }

  private static Optional<Map<String, String>> read(ElastiCacheClient elastiCache, String arn) {
    return AwsCalls.makeUnlessGone(
            AwsCall.listing(Component.CACHE, "ListTagsForResource", arn),
            () -> elastiCache.listTagsForResource(request -> request.resourceName(arn)))
        .map(answer -> CacheTags.from(answer.tagList()));
  }
}
