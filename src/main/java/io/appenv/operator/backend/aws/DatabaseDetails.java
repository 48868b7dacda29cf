package io.appenv.operator.backend.aws;

import io.appenv.operator.model.Component;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.Parameter;

/**
 * What RDS tells only one resource at a time.
 *
 * @param subnetGroupTags by ARN
 * @param parameterGroupTags by ARN
 * @param parameters the managed parameters, by the name of their group
 */
record DatabaseDetails(
    RotatingReads<Map<String, String>> subnetGroupTags,
    RotatingReads<Map<String, String>> parameterGroupTags,
    RotatingReads<Map<String, String>> parameters) {

  private static final int PAGE = 100;
  private static final int READ_AGAIN_PER_LISTING = 2;

  static DatabaseDetails read(RdsClient rds) {
    return new DatabaseDetails(
        new RotatingReads<>(READ_AGAIN_PER_LISTING, arn -> tags(rds, arn)),
        new RotatingReads<>(READ_AGAIN_PER_LISTING, arn -> tags(rds, arn)),
        new RotatingReads<>(READ_AGAIN_PER_LISTING, group -> parameters(rds, group)));
  }

  private static Optional<Map<String, String>> tags(RdsClient rds, String arn) {
    return AwsCalls.makeUnlessGone(
            AwsCall.listing(Component.DATABASE, "ListTagsForResource", arn),
            () -> rds.listTagsForResource(request -> request.resourceName(arn)))
        .map(answer -> DatabaseTags.from(answer.tagList()));
  }

  /** Of every source: RDS lists what was set to its default under the family, not the user. */
  private static Optional<Map<String, String>> parameters(RdsClient rds, String group) {
    return AwsCalls.makeUnlessGone(
        AwsCall.listing(Component.DATABASE, "DescribeDBParameters", group),
        () ->
            DatabaseGroups.parameters(
                rds
                    .describeDBParametersPaginator(
                        request -> request.dbParameterGroupName(group).maxRecords(PAGE))
                    .parameters()
                    .stream()
                    .collect(Collectors.<Parameter>toList())));
  }
}
