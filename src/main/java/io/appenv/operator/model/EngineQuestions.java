package io.appenv.operator.model;

import java.util.HashSet;
import java.util.Set;

/**
 * What has to be known of the engines that RDS offers; empty where nobody wants another one.
 *
 * @param versions what they can be upgraded to
 * @param families what their parameters are
 */
public record EngineQuestions(Set<String> versions, Set<String> families) {

  public EngineQuestions {
    versions = Set.copyOf(versions);
    families = Set.copyOf(families);
  }

  public static EngineQuestions none() {
    return new EngineQuestions(Set.of(), Set.of());
  }

  /** Of a database whose spec asks for another major version than the one that runs. */
  public static EngineQuestions of(Desired desired, Observed observed) {
    return desired
        .database()
        .filter(it -> desired.backend().isOnAws() && !it.custody().adopted())
        .flatMap(
            database ->
                observed
                    .database()
                    .instance()
                    .found()
                    .filter(it -> database.isMajorUpgradeOf(it.engineVersion()))
                    .map(
                        it ->
                            new EngineQuestions(
                                Set.of(it.engineVersion()), Set.of(database.parameterFamily()))))
        .orElseGet(EngineQuestions::none);
  }

  public boolean isEmpty() {
    return versions.isEmpty() && families.isEmpty();
  }

  public EngineQuestions and(EngineQuestions others) {
    var allVersions = new HashSet<>(versions);
    allVersions.addAll(others.versions);
    var allFamilies = new HashSet<>(families);
    allFamilies.addAll(others.families);
    return new EngineQuestions(allVersions, allFamilies);
  }
}
