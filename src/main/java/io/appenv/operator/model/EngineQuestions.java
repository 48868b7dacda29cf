package io.appenv.operator.model;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What has to be known of the engines that RDS offers; empty where nobody wants another one.
 *
 * @param versions what they can be upgraded to
 * @param families what their parameters are
 * @param classes what runs on them; asked once it is known what version it would be
 */
public record EngineQuestions(
    Set<String> versions, Set<String> families, Set<ClassQuestion> classes) {

  public EngineQuestions {
    versions = Set.copyOf(versions);
    families = Set.copyOf(families);
    classes = Set.copyOf(classes);
  }

  public static EngineQuestions none() {
    return new EngineQuestions(Set.of(), Set.of(), Set.of());
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
                    .map(it -> of(database, it, observed.database().upgrade())))
        .orElseGet(EngineQuestions::none);
  }

  /** The class may be changed before, or stay as it is found. */
  private static EngineQuestions of(
      DesiredDatabase desired, DatabaseInstance instance, ObservedUpgrade seen) {
    return new EngineQuestions(
        Set.of(instance.engineVersion()),
        Set.of(desired.parameterFamily()),
        seen.target(desired).stream()
            .flatMap(
                target ->
                    Stream.of(instance.instanceClass(), desired.instanceClass())
                        .map(it -> new ClassQuestion(target, it)))
            .collect(Collectors.toUnmodifiableSet()));
  }

  public boolean isEmpty() {
    return versions.isEmpty() && families.isEmpty() && classes.isEmpty();
  }

  public EngineQuestions and(EngineQuestions others) {
    return new EngineQuestions(
        both(versions, others.versions),
        both(families, others.families),
        both(classes, others.classes));
  }

  private static <T> Set<T> both(Collection<T> one, Collection<T> other) {
    return Stream.concat(one.stream(), other.stream()).collect(Collectors.toUnmodifiableSet());
  }
}
