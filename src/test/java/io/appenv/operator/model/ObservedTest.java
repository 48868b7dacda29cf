package io.appenv.operator.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What an environment sees of databases that may be another's. */
class ObservedTest {

  private static final EnvironmentId ENVIRONMENT =
      new EnvironmentId("cluster-1", "shop", "production", "uid-1");

  @Test
  void anotherDatabaseOfTheEnvironmentIsSeenWhereTheNamedOneIsNot() {
    var other = instance("former-db", Ownership.tags(ENVIRONMENT));
    assertThat(observed("shop-db", other).database().elsewhere()).contains(other);
  }

  @Test
  void whereTheNamedOneIsHeldNothingElseIsLookedFor() {
    var named = instance("shop-db", Ownership.tags(ENVIRONMENT));
    var copy = instance("shop-db-copy", Ownership.tags(ENVIRONMENT));
    assertThat(observed("shop-db", named, copy).database().elsewhere()).isEmpty();
  }

  @Test
  void whatWasReleasedIsNotElsewhere() {
    var released =
        instance("former-db", Ownership.tags(ENVIRONMENT))
            .tagged(Map.of(Ownership.RELEASED, "true"));
    assertThat(observed("shop-db", released).database().elsewhere()).isEmpty();
  }

  @Test
  void whatALostClusterRetainedIsElsewhereUnlessAnotherIsNamed() {
    var lost = new EnvironmentId("cluster-0", "shop", "production", "uid-0");
    var living = instance("living-db", Ownership.tags(lost));
    var left = instance("left-db", Ownership.tags(lost)).tagged(Map.of(Ownership.RETAINED, "true"));
    assertThat(seenBy(Custody.own(), living, left).elsewhere()).contains(left);
    assertThat(seenBy(new Custody(true, false), living, left).elsewhere()).isEmpty();
  }

  @Test
  void whatDoesNotAllowItIsHiddenFromWhoeverNamesIt() {
    var others = observed("shop-db", instance("shop-db", Map.of("owner", "somebody")));
    var free = observed("shop-db", instance("shop-db", Map.of(Consent.TAG, "shop/production")));
    var ours = observed("shop-db", instance("shop-db", Ownership.tags(ENVIRONMENT)));

    assertThat(others.visibleTo(desired("shop-db")).database().instance())
        .isEqualTo(Sighting.unseen());
    assertThat(free.visibleTo(desired("shop-db"))).isEqualTo(free);
    assertThat(ours.visibleTo(desired("shop-db"))).isEqualTo(ours);
  }

  private static Observed.ObservedDatabase seenBy(Custody custody, DatabaseInstance... instances) {
    return observed(desired("shop-db", custody), instances).database();
  }

  private static Observed observed(String identifier, DatabaseInstance... instances) {
    return observed(desired(identifier), instances);
  }

  private static Observed observed(Desired desired, DatabaseInstance... instances) {
    return Observed.of(desired, region(instances));
  }

  static RegionSnapshot region(DatabaseInstance... instances) {
    var at = Instant.EPOCH;
    var all =
        Stream.of(instances).collect(Collectors.toMap(DatabaseInstance::identifier, it -> it));
    return RegionSnapshot.unlisted("ap-northeast-1")
        .with(
            new ServicePicture.Databases(
                at,
                new Listing.Complete<>(all, at),
                Listing.unlisted(),
                Listing.unlisted(),
                Listing.unlisted(),
                Listing.unlisted()));
  }

  private static Desired desired(String identifier) {
    return desired(identifier, new Custody(true, false));
  }

  private static Desired desired(String identifier, Custody custody) {
    return new Desired(
        ENVIRONMENT,
        Stage.PRODUCTION,
        DataBackend.AWS,
        Optional.of("ap-northeast-1"),
        Optional.of("vpc-1"),
        new LoadBalancerPlace.Subnets(List.of()),
        List.of(),
        Optional.of(database(identifier, custody)),
        Optional.empty(),
        Optional.empty(),
        false,
        false);
  }

  private static DesiredDatabase database(String identifier, Custody custody) {
    return new DesiredDatabase(
        identifier,
        "groups",
        "groups",
        "postgres17",
        Map.of(),
        true,
        Optional.empty(),
        Optional.empty(),
        "17",
        "db.t3.medium",
        100,
        Optional.empty(),
        "gp3",
        Optional.empty(),
        true,
        Optional.empty(),
        7,
        "17:00-18:00",
        "sun:18:30-sun:19:30",
        true,
        "app",
        "appenv",
        Set.of(),
        DeletionPolicy.SNAPSHOT,
        "final",
        "before",
        new ReplacementTerms(false, identifier + "-former", "replaced", 7),
        Map.of(),
        custody);
  }

  static DatabaseInstance instance(String identifier, Map<String, String> tags) {
    return new DatabaseInstance(
        identifier,
        "arn:aws:rds:ap-northeast-1:123456789012:db:" + identifier,
        "available",
        "17.6",
        "db.t3.medium",
        100,
        Optional.empty(),
        "gp3",
        3000,
        true,
        7,
        "17:00-18:00",
        "sun:18:30-sun:19:30",
        true,
        "groups",
        false,
        "rds-ca-rsa2048-g1",
        Optional.empty(),
        "groups",
        InstanceSwitches.of("17"),
        InstanceOrigins.usual(),
        Optional.empty(),
        DatabaseInstance.Pending.none(),
        tags);
  }
}
