package io.appenv.operator.backend.aws;

import io.appenv.operator.model.ClassQuestion;
import io.appenv.operator.model.Component;
import io.appenv.operator.model.EngineCatalog;
import io.appenv.operator.model.EngineParameter;
import io.appenv.operator.model.EngineQuestions;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.Parameter;
import software.amazon.awssdk.services.rds.model.UpgradeTarget;

/** Asks RDS which versions of PostgreSQL it offers, and what their parameters begin with. */
final class EngineOffers {

  private static final String ENGINE = "postgres";
  private static final int PAGE = 100;

  private final RdsClient rds;

  EngineOffers(RdsClient rds) {
    this.rds = rds;
  }

  EngineCatalog read(EngineQuestions questions) {
    return new EngineCatalog(
        each(questions.versions(), this::majorTargets),
        each(questions.families(), this::family),
        each(questions.classes(), this::isOffered));
  }

  private static <K, T> Map<K, T> each(Collection<K> keys, Function<K, T> reader) {
    return keys.stream().collect(Collectors.toUnmodifiableMap(key -> key, reader));
  }

  /** Empty where RDS does not know the version any more. */
  private List<String> majorTargets(String version) {
    return AwsCalls.make(
            AwsCall.listing(Component.DATABASE, "DescribeDBEngineVersions", version),
            () ->
                rds.describeDBEngineVersions(
                    request -> request.engine(ENGINE).engineVersion(version)))
        .dbEngineVersions()
        .stream()
        .flatMap(it -> it.validUpgradeTarget().stream())
        .filter(it -> ENGINE.equals(it.engine()) && Boolean.TRUE.equals(it.isMajorVersionUpgrade()))
        .map(UpgradeTarget::engineVersion)
        .toList();
  }

  /** RDS lists each kind of storage and each network it can be had with; any will do. */
  private boolean isOffered(ClassQuestion question) {
    return AwsCalls.make(
        AwsCall.listing(
            Component.DATABASE, "DescribeOrderableDBInstanceOptions", question.instanceClass()),
        () ->
            rds
                .describeOrderableDBInstanceOptionsPaginator(
                    request ->
                        request
                            .engine(ENGINE)
                            .engineVersion(question.version())
                            .dbInstanceClass(question.instanceClass())
                            .maxRecords(PAGE))
                .orderableDBInstanceOptions()
                .stream()
                .findAny()
                .isPresent());
  }

  private Map<String, EngineParameter> family(String name) {
    return AwsCalls.make(
        AwsCall.listing(Component.DATABASE, "DescribeEngineDefaultParameters", name),
        () ->
            rds
                .describeEngineDefaultParametersPaginator(
                    request -> request.dbParameterGroupFamily(name).maxRecords(PAGE))
                .stream()
                .flatMap(page -> page.engineDefaults().parameters().stream())
                .collect(
                    Collectors.toUnmodifiableMap(
                        Parameter::parameterName,
                        DatabaseGroups::parameter,
                        (first, last) -> last)));
  }
}
