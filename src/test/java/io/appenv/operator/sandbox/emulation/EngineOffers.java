package io.appenv.operator.sandbox.emulation;

import io.appenv.operator.sandbox.wire.Answer;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The versions of PostgreSQL on offer, and what their parameters begin with; moto knows none. */
final class EngineOffers {

  private static final int LATEST_MAJOR = 18;

  /** RDS completes a major version with the first of them. */
  private static final List<String> MINORS = List.of(".6", ".7");

  /** Classes of which RDS does not offer later majors than this. */
  private static final List<String> FORMER_CLASSES = List.of("db.t2.", "db.m4.", "db.r4.");

  private static final int LAST_ON_FORMER_CLASSES = 12;

  private EngineOffers() {}

  /** What a version can be upgraded to, of later majors. */
  static List<String> majorTargets(String version) {
    return IntStream.rangeClosed(major(version) + 1, LATEST_MAJOR)
        .boxed()
        .flatMap(major -> MINORS.stream().map(minor -> major + minor))
        .toList();
  }

  static int major(String version) {
    return Integer.parseInt(version.replaceFirst("[.].*", ""));
  }

  static Answer versions(Exchange exchange) {
    var version = exchange.parameter("EngineVersion").orElse("");
    return version.isEmpty()
        ? exchange.refuse("InvalidParameterValue", "Only one version at a time is known here.")
        : exchange.result(
            """
            <DBEngineVersions><DBEngineVersion><Engine>postgres</Engine>\
            <EngineVersion>%s</EngineVersion><ValidUpgradeTarget>%s</ValidUpgradeTarget>\
            </DBEngineVersion></DBEngineVersions>"""
                .formatted(
                    version,
                    majorTargets(version).stream()
                        .map(EngineOffers::target)
                        .collect(Collectors.joining())));
  }

  private static String target(String version) {
    return """
        <UpgradeTarget><Engine>postgres</Engine><EngineVersion>%s</EngineVersion>\
        <AutoUpgrade>false</AutoUpgrade><IsMajorVersionUpgrade>true</IsMajorVersionUpgrade>\
        </UpgradeTarget>"""
        .formatted(version);
  }

  /** As RDS, which offers later versions on later classes only. */
  static Answer classes(Exchange exchange) {
    var version = exchange.parameter("EngineVersion").orElse("");
    var instanceClass = exchange.parameter("DBInstanceClass").orElse("");
    var option =
        """
        <OrderableDBInstanceOption><Engine>postgres</Engine><EngineVersion>%s</EngineVersion>\
        <DBInstanceClass>%s</DBInstanceClass></OrderableDBInstanceOption>"""
            .formatted(version, instanceClass);
    var isOffered = major(version) <= LAST_ON_FORMER_CLASSES || !isFormer(instanceClass);
    return exchange.result(
        "<OrderableDBInstanceOptions>%s</OrderableDBInstanceOptions>"
            .formatted(isOffered ? option : ""));
  }

  private static boolean isFormer(String instanceClass) {
    return FORMER_CLASSES.stream().anyMatch(instanceClass::startsWith);
  }

  static Answer parameters(Exchange exchange) {
    var family = exchange.parameter("DBParameterGroupFamily").orElse("");
    return exchange.result(
        """
        <EngineDefaults><DBParameterGroupFamily>%s</DBParameterGroupFamily>\
        <Parameters>%s</Parameters></EngineDefaults>"""
            .formatted(family, ParameterListing.defaults(family)));
  }
}
