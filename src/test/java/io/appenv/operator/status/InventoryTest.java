package io.appenv.operator.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.api.v1alpha1.AppEnvironmentStatus;
import io.appenv.operator.api.v1alpha1.ResourceStatus;
import io.appenv.operator.model.IntentRecord;
import io.appenv.operator.model.Leftover;
import io.appenv.operator.model.Observed;
import io.appenv.operator.model.ObservedReplacement;
import io.appenv.operator.model.ObservedUpgrade;
import io.appenv.operator.model.Ownership;
import io.appenv.operator.model.ResourceKind;
import io.appenv.operator.model.ResourceRef;
import io.appenv.operator.model.Sighting;
import io.appenv.operator.resolver.Specs;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class InventoryTest {

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant LATER = NOW.plusSeconds(60);

  @Test
  void anIntentIsRememberedUntilTheResourceIsSeen() {
    var instance = instance();
    var announced = Inventory.withIntents(null, List.of(instance), List.of(), Map.of(), NOW);

    assertThat(Inventory.read(announced).intended()).containsExactly(instance);
    assertThat(row(announced, "DBInstance").state()).isEqualTo("Intended");

    var notYet = Situation.settled().with(absent()).after(announced);
    var seen = Situation.settled().after(announced);
    assertThat(Inventory.read(create(notYet)).intended()).contains(instance);
    assertThat(Inventory.read(create(seen)).established()).contains(instance);
    assertThat(row(create(seen), "DBInstance").since()).isEqualTo("2026-01-01T00:00:00Z");
    assertThat(row(create(seen), "DBInstance").arn()).startsWith("arn:aws:rds:");
    assertThat(row(create(seen), "DBInstance").deletionPolicy()).isEqualTo("Snapshot");
  }

  @Test
  void anIntentIsWrittenOnce() {
    var once = Inventory.withIntents(null, List.of(instance()), List.of(), Map.of(), NOW);

    assertThat(Inventory.withIntents(once, List.of(instance()), List.of(), Map.of(), LATER))
        .isEqualTo(once);
  }

  @Test
  void whatIsLostStaysOnTheRecord() {
    var ready = create(Situation.settled());

    var lost = create(Situation.settled().after(ready).with(absent()));
    var deleted = create(Situation.settled().after(ready).with(absent()).beingDeleted());
    var unseen = create(Situation.settled().after(ready).with(Observed.unseen()));

    assertThat(row(lost, "DBInstance").state()).isEqualTo("Missing");
    assertThat(Inventory.read(lost).established()).contains(instance());
    assertThat(row(deleted, "DBInstance").state()).isEqualTo("Deleted");
    assertThat(unseen.inventory()).isEqualTo(ready.inventory());
  }

  @Test
  void whatAnotherOwnsIsNotListed() {
    var desired = Situation.settled().resolution().desired().orElseThrow();
    var foreign = Situation.observed(desired, "available", Map.of("owner", "somebody"));

    assertThat(create(Situation.settled().with(foreign)).inventory()).isEmpty();
  }

  /** An earlier version gave other names, and died before it made anything. */
  @Test
  void anIntentThatNothingCameOfGoesOnceThatIsSeen() {
    var group = group("named-otherwise");
    var announced = Inventory.withIntents(null, List.of(group), List.of(), Map.of(), NOW);

    assertThat(states(announced, Map.of())).containsEntry("named-otherwise", "Intended");
    assertThat(states(announced, Map.of(group, Sighting.unseen())))
        .containsEntry("named-otherwise", "Intended");
    assertThat(states(announced, Map.of(group, Sighting.absent())))
        .doesNotContainKey("named-otherwise");
  }

  @Test
  void whatTheSpecDoesNotNameIsFollowedToItsEnd() {
    var group = group("named-otherwise");
    var announced = Inventory.withIntents(null, List.of(group), List.of(), Map.of(), NOW);
    var tags =
        Ownership.tags(Specs.resolve(Specs.PRODUCTION).desired().orElseThrow().environment());
    var there = create(announced, Map.of(group, Sighting.present(leftover(tags))));

    assertThat(states(there, Map.of())).containsEntry("named-otherwise", "present");
    assertThat(states(there, Map.of(group, Sighting.unseen())))
        .containsEntry("named-otherwise", "present");
    assertThat(states(there, Map.of(group, Sighting.absent())))
        .doesNotContainKey("named-otherwise");
  }

  /** Of a cache's snapshots AWS lists no tags. */
  @Test
  void whatIsThereWithoutTagsIsNotTakenForGone() {
    var group = group("named-otherwise");
    var announced = Inventory.withIntents(null, List.of(group), List.of(), Map.of(), NOW);

    assertThat(states(announced, Map.of(group, Sighting.present(leftover(Map.of())))))
        .containsEntry("named-otherwise", "Intended");
  }

  @Test
  void aDataStoreOfAnotherNameIsNotForgotten() {
    var store = new ResourceRef(ResourceKind.DATABASE_INSTANCE, "named-otherwise");
    var tags =
        Ownership.tags(Specs.resolve(Specs.PRODUCTION).desired().orElseThrow().environment());
    var announced = Inventory.withIntents(null, List.of(store), List.of(), Map.of(), NOW);
    var there = create(announced, Map.of(store, Sighting.present(leftover(tags))));

    assertThat(Inventory.read(create(there, Map.of(store, Sighting.absent()))).established())
        .contains(store);
  }

  @Test
  void aRowOfAKindThatIsNotKnownStays() {
    var row = new ResourceStatus("sqs", "Queue", "files", null, "present", null, true, null);
    var stored =
        new AppEnvironmentStatus(
            1L,
            List.of(),
            null,
            List.of(row),
            List.of(),
            null,
            null,
            null,
            List.of(),
            null,
            null,
            null,
            List.of(),
            null,
            List.of(),
            List.of(),
            List.of(),
            null,
            Map.of());

    assertThat(create(Situation.settled().after(stored)).inventory()).contains(row);
    assertThat(Inventory.read(stored)).isEqualTo(IntentRecord.none());
  }

  private static ResourceRef instance() {
    var desired = Situation.settled().resolution().desired().orElseThrow();
    return new ResourceRef(
        ResourceKind.DATABASE_INSTANCE, desired.database().orElseThrow().identifier());
  }

  private static ResourceRef group(String name) {
    return new ResourceRef(ResourceKind.DATABASE_PARAMETER_GROUP, name);
  }

  private static Leftover leftover(Map<String, String> tags) {
    return new Leftover("arn:aws:rds:ap-northeast-1:1:pg:x", Optional.empty(), tags);
  }

  private static Map<String, String> states(
      AppEnvironmentStatus before, Map<ResourceRef, Sighting<Leftover>> leftovers) {
    return create(before, leftovers).inventory().stream()
        .collect(Collectors.toMap(ResourceStatus::name, ResourceStatus::state, (one, _) -> one));
  }

  private static AppEnvironmentStatus create(
      AppEnvironmentStatus before, Map<ResourceRef, Sighting<Leftover>> leftovers) {
    return new StatusFactory().create(Situation.settled().after(before).input(leftovers), LATER);
  }

  private static Observed absent() {
    return new Observed(
        new Observed.ObservedDatabase(
            Sighting.absent(),
            Sighting.absent(),
            Sighting.absent(),
            List.of(),
            Sighting.absent(),
            ObservedUpgrade.unseen(),
            ObservedReplacement.unseen(),
            Optional.empty()),
        new Observed.ObservedCache(
            Sighting.absent(),
            Sighting.absent(),
            Sighting.absent(),
            List.of(),
            Sighting.absent(),
            Optional.empty()));
  }

  private static AppEnvironmentStatus create(Situation situation) {
    return new StatusFactory().create(situation.input(), LATER);
  }

  private static ResourceStatus row(AppEnvironmentStatus status, String kind) {
    return status.inventory().stream()
        .filter(it -> it.kind().equals(kind))
        .findFirst()
        .orElseThrow();
  }
}
