package io.appenv.operator.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What AWS does not tell of the things that one environment names. */
public final class Refusals {

  private Refusals() {}

  public static List<Failure> of(Desired desired, RegionSnapshot region) {
    return Stream.of(
            desired.database().stream().flatMap(it -> of(it, region)),
            desired.cache().stream().flatMap(it -> of(it, region)),
            desired.ingress().flatMap(DesiredIngress::certificateArn).stream()
                .flatMap(arn -> find(region.certificates().certificates(), arn).stream()),
            desired.files().stream()
                .flatMap(it -> find(region.buckets().buckets(), it.bucket()).stream()),
            desired.files().stream()
                .flatMap(it -> find(region.buckets().contents(), it.bucket()).stream()),
            desired.publication().stream().flatMap(it -> of(it, region)))
        .flatMap(it -> it)
        .toList();
  }

  private static Stream<Failure> of(DesiredDatabase desired, RegionSnapshot region) {
    return Stream.of(
            find(region.databaseSubnetGroups(), desired.subnetGroup()),
            find(region.parameterGroups(), desired.parameterGroup()))
        .flatMap(Optional::stream);
  }

  private static Stream<Failure> of(DesiredCache desired, RegionSnapshot region) {
    return Stream.of(
            find(region.replicationGroups(), desired.identifier()),
            find(region.cacheSubnetGroups(), desired.subnetGroup()),
            find(region.cacheParameterGroups(), desired.parameters().group()))
        .flatMap(Optional::stream);
  }

  private static Stream<Failure> of(DesiredPublication desired, RegionSnapshot region) {
    return desired.parameters().stream()
        .map(desired::parameter)
        .flatMap(it -> find(region.publications().parameters(), it).stream());
  }

  private static <T> Optional<Failure> find(Listing<Map<String, T>> listing, String name) {
    return listing.complete().flatMap(it -> Optional.ofNullable(it.refused().get(name)));
  }
}
