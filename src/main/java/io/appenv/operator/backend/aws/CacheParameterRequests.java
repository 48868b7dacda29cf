package io.appenv.operator.backend.aws;

import io.appenv.operator.model.CacheAction.ResetParameters;
import io.appenv.operator.model.CacheAction.SetParameters;
import io.appenv.operator.model.Descriptions;
import io.appenv.operator.model.DesiredCache;
import io.appenv.operator.model.ParameterSetting;
import java.util.List;
import software.amazon.awssdk.services.elasticache.model.CreateCacheParameterGroupRequest;
import software.amazon.awssdk.services.elasticache.model.ModifyCacheParameterGroupRequest;
import software.amazon.awssdk.services.elasticache.model.ParameterNameValue;
import software.amazon.awssdk.services.elasticache.model.ResetCacheParameterGroupRequest;

/**
 * Builds the requests about cache parameter groups. AWS takes at most 20 parameters in one call.
 */
final class CacheParameterRequests {

  private CacheParameterRequests() {}

  static CreateCacheParameterGroupRequest create(DesiredCache desired) {
    return CreateCacheParameterGroupRequest.builder()
        .cacheParameterGroupName(desired.parameters().group())
        .cacheParameterGroupFamily(desired.parameters().family())
        .description(Descriptions.of(desired.tags()))
        .tags(CacheTags.of(desired.tags()))
        .build();
  }

  static ModifyCacheParameterGroupRequest set(SetParameters action) {
    return ModifyCacheParameterGroupRequest.builder()
        .cacheParameterGroupName(action.parameterGroup())
        .parameterNameValues(values(action.parameters()))
        .build();
  }

  static ResetCacheParameterGroupRequest reset(ResetParameters action) {
    return ResetCacheParameterGroupRequest.builder()
        .cacheParameterGroupName(action.parameterGroup())
        .resetAllParameters(false)
        .parameterNameValues(values(action.parameters()))
        .build();
  }

  private static List<ParameterNameValue> values(List<ParameterSetting> parameters) {
    return parameters.stream()
        .map(
            it -> {
              var value = ParameterNameValue.builder().parameterName(it.name());
              it.value().ifPresent(value::parameterValue);
              return value.build();
            })
        .toList();
  }
}
