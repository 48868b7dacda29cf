package io.appenv.operator.reconciler;

import io.appenv.operator.model.Component;
import io.appenv.operator.model.Desired;
import io.appenv.operator.model.EngineQuestions;
import io.appenv.operator.model.Failure;
import io.appenv.operator.model.Listing;
import io.appenv.operator.model.Reason;
import io.appenv.operator.model.RegionSnapshot;
import io.appenv.operator.model.RouteTable;
import io.appenv.operator.model.ServicePicture;
import io.appenv.operator.resolver.Specs;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A region and an environment in it, for the tests of this package. */
final class Example {

  static final String REGION = "ap-northeast-1";

  /** When the region was listed. */
  static final Instant LISTED = Instant.parse("2026-01-01T00:00:00Z");

  static final Needs NEEDS =
      new Needs(
          Set.of(Component.NETWORK, Component.DATABASE, Component.CACHE),
          Set.of(),
          EngineQuestions.none(),
          Set.of());

  private Example() {}

  static Desired desired() {
    return Specs.resolve(Specs.PRODUCTION).desired().orElseThrow();
  }

  /** Nothing of ours in it, no snapshots listed. */
  static RegionSnapshot region(Instant at) {
    return RegionSnapshot.unlisted(REGION)
        .with(
            new ServicePicture.Networks(
                at,
                new Listing.Complete<>(Specs.NETWORK, at),
                new Listing.Complete<>(List.of(), at),
                new Listing.Complete<>(Map.of(), at)))
        .with(
            new ServicePicture.Databases(
                at,
                new Listing.Complete<>(Map.of(), at),
                new Listing.Complete<>(Map.of(), at),
                new Listing.Complete<>(Map.of(), at),
                Listing.unlisted(),
                Listing.unlisted()))
        .with(
            new ServicePicture.Caches(
                at,
                new Listing.Complete<>(Map.of(), at),
                Set.of(),
                new Listing.Complete<>(Map.of(), at),
                new Listing.Complete<>(Map.of(), at),
                Listing.unlisted()));
  }

  /** The same region, looked at again, when the caches could not be listed. */
  static RegionSnapshot withoutCaches(RegionSnapshot before, Instant at) {
    var again = region(at);
    return again.with(
        new ServicePicture.Caches(
            at,
            before.replicationGroups().failed(denied(Component.CACHE), at),
            before.caches().named(),
            again.cacheSubnetGroups(),
            again.cacheParameterGroups(),
            again.cacheSnapshots()));
  }

  /** The same region with one route table. */
  static RegionSnapshot withRoutes(RegionSnapshot before, String vpc) {
    var table = new RouteTable("rtb-1", vpc, true, Set.of(), List.of());
    var at = before.networks().startedAt();
    return before.with(
        new ServicePicture.Networks(
            at,
            before.network(),
            new Listing.Complete<>(List.of(table), at),
            before.securityGroups()));
  }

  static Failure denied(Component part) {
    return new Failure.Recoverable(
        part,
        Reason.ACCESS_DENIED,
        "Allow it.",
        Optional.of(new Failure.AwsError("AccessDenied", "request-1")));
  }
}
