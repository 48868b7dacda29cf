package io.appenv.operator.backend.aws;

import io.appenv.operator.model.Component;
import io.appenv.operator.model.EngineParameter;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.Parameter;

/**
 * Reads the parameters of a group, of every source: RDS lists what was set to its default under the
 * family, not the user.
 */
final class ParameterReader {

  private static final int PAGE = 100;

  private final RdsClient rds;
  private final KnownParameters known = new KnownParameters();

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
                .collect(known.collector(Parameter::parameterName, DatabaseGroups::parameter)));
  }
}
