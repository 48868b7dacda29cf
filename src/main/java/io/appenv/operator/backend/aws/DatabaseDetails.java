package io.appenv.operator.backend.aws;

import io.appenv.operator.model.Component;
import io.appenv.operator.model.EngineParameter;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.rds.RdsClient;

/**
 * What RDS tells only one resource at a time.
 *
 * @param subnetGroupTags by ARN
 * @param parameterGroupTags by ARN
 * @param parameters by the name of their group
 */
record DatabaseDetails(
    RotatingReads<Map<String, String>> subnetGroupTags,
    RotatingReads<Map<String, String>> parameterGroupTags,
    RotatingReads<Map<String, EngineParameter>> parameters) {

  private static final int READ_AGAIN_PER_LISTING = 2;

  static DatabaseDetails read(RdsClient rds) {
    return new DatabaseDetails(
        new RotatingReads<>(READ_AGAIN_PER_LISTING, arn -> tags(rds, arn)),
        new RotatingReads<>(READ_AGAIN_PER_LISTING, arn -> tags(rds, arn)),
        new RotatingReads<>(READ_AGAIN_PER_LISTING, new ParameterReader(rds)::read));
  }

  private static Optional<Map<String, String>> tags(RdsClient rds, String arn) {
    return AwsCalls.makeUnlessGone(
            AwsCall.listing(Component.DATABASE, "ListTagsForResource", arn),
            () -> rds.listTagsForResource(request -> request.resourceName(arn)))
        .map(answer -> DatabaseTags.from(answer.tagList()));
  }
}
