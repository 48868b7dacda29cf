package io.appenv.operator.backend.aws;

import io.appenv.operator.model.Component;
import io.appenv.operator.model.EngineParameter;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.rds.RdsClient;

/**
 * Reads the parameters of a group, of every source: RDS lists what was set to its default under the
 * family, not the user. A group has hundreds of them, nearly all like those of every other group,
 * so what is equal is kept once.
 */
final class ParameterReader {

  private static final int PAGE = 100;

  private final RdsClient rds;
  private final Map<String, String> names = new ConcurrentHashMap<>();
  private final Map<EngineParameter, EngineParameter> parameters = new ConcurrentHashMap<>();

  ParameterReader(RdsClient rds) {
    this.rds = rds;
  }

  Optional<Map<String, EngineParameter>> read(String group) {
    return AwsCalls.makeUnlessGone(
        AwsCall.listing(Component.DATABASE, "DescribeDBParameters", group),
        () ->
            rds
                .describeDBParametersPaginator(
                    request -> request.dbParameterGroupName(group).maxRecords(PAGE))
                .parameters()
                .stream()
                .collect(
                    Collectors.toUnmodifiableMap(
                        it -> once(names, it.parameterName()),
                        it -> once(parameters, DatabaseGroups.parameter(it)),
                        (first, last) -> last)));
  }

  private static <T> T once(Map<T, T> known, T value) {
    return known.computeIfAbsent(value, it -> it);
  }
}
