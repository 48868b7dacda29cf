package io.appenv.operator.database;

import io.appenv.operator.model.Component;
import io.appenv.operator.model.DatabaseInstance;
import io.appenv.operator.model.DesiredDatabase;
import io.appenv.operator.model.Difference;
import io.appenv.operator.model.EngineVersion;
import io.appenv.operator.model.Fingerprint;
import io.appenv.operator.model.InstanceSwitches;
import io.appenv.operator.model.SpecField;
import io.appenv.operator.model.Standing;
import io.appenv.operator.model.Standing.Deviation;
import io.appenv.operator.model.StoreBinding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How the settings of a database stand to its spec. */
final class DatabaseStandings {

  private DatabaseStandings() {}

  /**
   * Empty where nothing can be told, such as while AWS changes something; no standings of what is
   * not managed, or has to be taken over first: what differs then is no drift afterwards.
   */
  static Optional<List<Standing>> of(DatabaseFacts facts) {
    if (facts.isUnseen()) {
      return Optional.empty();
    }
    if (facts.desired().custody().released() || facts.toTakeOver().isPresent()) {
      return Optional.of(List.of());
    }
    if (facts.replacement().isUnderWay()) {
      return Optional.empty();
    }
    return facts
        .observed()
        .instance()
        .found()
        .filter(facts::holds)
        .filter(DatabaseStandings::isSteady)
        .map(instance -> standings(facts, instance));
  }

  /** Whether what AWS shows is not about to become something else by itself. */
  private static boolean isSteady(DatabaseInstance instance) {
    return switch (InstanceState.of(instance.status())) {
      case InstanceState.Available(), InstanceState.Optimizing(), InstanceState.StorageFull() ->
          true;
      case InstanceState.Occupied _ -> true;
      case InstanceState.Changing _ -> false;
      case InstanceState.Stopped() -> false;
      case InstanceState.Failed _ -> false;
      case InstanceState.Unknown _ -> false;
    };
  }

  private static List<Standing> standings(DatabaseFacts facts, DatabaseInstance instance) {
    var diff = InstanceDiff.of(instance, facts.desired());
    var differences =
        Stream.of(
                diff.changes().differences(),
                diff.awaited().differences(),
                binding(facts, instance),
                beyond(facts.desired(), instance))
            .flatMap(List::stream)
            .toList();
    return Stream.concat(
            Stream.concat(
                    DatabaseWishes.of(facts.desired(), instance).stream(),
                    facts.binding().map(StoreBinding::wish).stream())
                .map(
                    wish ->
                        wish.standing(
                            Component.DATABASE,
                            differences,
                            RefusedChanges.isRefused(wish.field(), facts.desired(), instance),
                            DatabaseStandings::words)),
            parameters(facts).stream())
        .toList();
  }

  private static List<Difference<?>> binding(DatabaseFacts facts, DatabaseInstance instance) {
    return facts.binding().stream()
        .<Difference<?>>flatMap(it -> it.difference(instance.securityGroups()).stream())
        .toList();
  }

  /** What no call of a plan ends. */
  private static List<Difference<?>> beyond(DesiredDatabase desired, DatabaseInstance seen) {
    var differences = new ArrayList<Difference<?>>();
    if (EngineVersion.compare(seen.engineVersion(), desired.version()) != EngineVersion.SAME) {
      differences.add(
          Difference.of(SpecField.DATABASE_VERSION, seen.engineVersion(), desired.version()));
    }
    if (RefusedChanges.isRefused(SpecField.DATABASE_STORAGE.shortName(), desired, seen)) {
      differences.add(
          Difference.of(SpecField.DATABASE_STORAGE, seen.storageGib(), desired.storageGib()));
    }
    return differences;
  }

  private static String words(String field, Object value) {
    return switch (value) {
      case InstanceSwitches switches -> DatabaseWishes.words(switches);
      case Integer days when field.equals(SpecField.DATABASE_POINT_IN_TIME.shortName()) ->
          days + "d";
      case Integer gib when isSize(field) -> gib + "Gi";
      default -> value.toString();
    };
  }

  private static boolean isSize(String field) {
    return field.equals(SpecField.DATABASE_STORAGE.shortName())
        || field.equals(SpecField.DATABASE_MAX_STORAGE.shortName());
  }

  /** There may be hundreds, with long values, so that a fingerprint is kept of the wish. */
  private static Optional<Standing> parameters(DatabaseFacts facts) {
    return ParameterChanges.judged(facts)
        .map(
            changes ->
                new Standing(
                    Component.DATABASE,
                    SpecField.DATABASE_PARAMETERS.shortName(),
                    Fingerprint.of(DatabaseWishes.parameters(facts.desired())),
                    Optional.of(changes)
                        .filter(it -> !it.isEmpty())
                        .map(
                            it ->
                                new Deviation(it.wishes(), it.found(), false, Optional.empty()))));
  }
}
