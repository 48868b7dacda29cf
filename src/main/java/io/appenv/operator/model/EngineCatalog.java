package io.appenv.operator.model;

import java.util.List;
import java.util.Map;

/**
 * What RDS offers, as far as it was asked for.
 *
 * @param majorTargets versions of another major that a version can be upgraded to, by that version
 * @param families what new parameter groups begin with, by their family
 * @param classes whether a version is offered on a class of instances
 */
public record EngineCatalog(
    Map<String, List<String>> majorTargets,
    Map<String, Map<String, EngineParameter>> families,
    Map<ClassQuestion, Boolean> classes) {

  public EngineCatalog {
    majorTargets = Map.copyOf(majorTargets);
    families = Map.copyOf(families);
    classes = Map.copyOf(classes);
  }

  public static EngineCatalog empty() {
    return new EngineCatalog(Map.of(), Map.of(), Map.of());
  }

  /** Whether everything asked for is in it. */
  public boolean answers(EngineQuestions questions) {
    return majorTargets.keySet().containsAll(questions.versions())
        && families.keySet().containsAll(questions.families())
        && classes.keySet().containsAll(questions.classes());
  }
}
