package io.appenv.operator.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LeftoverTest {

  private static final EnvironmentId ENVIRONMENT =
      new EnvironmentId("cluster", "shop", "production", "uid");
  private static final String HOST = "old.example.com";
  private static final DnsRecord RECORD = new DnsRecord("_x." + HOST, "CNAME", "_y.acm");
  private static final ResourceRef CERTIFICATE = new ResourceRef(ResourceKind.CERTIFICATE, HOST);
  private static final ResourceRef ZONE_RECORD = new ResourceRef(ResourceKind.DNS_RECORD, HOST);

  @Test
  void theRecordOfACertificateIsThereOrNot() {
    var found = find(certificate("arn:1", Ownership.tags(ENVIRONMENT), Optional.of(RECORD)));

    assertThat(state(found, CERTIFICATE)).contains("ISSUED");
    assertThat(state(found, ZONE_RECORD)).isEmpty();
  }

  @Test
  void aCertificateMayOutliveItsRecord() {
    var found = find(certificate("arn:1", Ownership.tags(ENVIRONMENT), Optional.empty()));

    assertThat(state(found, CERTIFICATE)).contains("ISSUED");
    assertThat(found).containsEntry(ZONE_RECORD, Sighting.absent());
  }

  @Test
  void whatOthersHaveForTheHostIsNothingOfIts() {
    var found = find(certificate("arn:1", Map.of("team", "other"), Optional.of(RECORD)));

    assertThat(found).containsEntry(CERTIFICATE, Sighting.absent());
    assertThat(found).containsEntry(ZONE_RECORD, Sighting.absent());
  }

  private static Optional<String> state(
      Map<ResourceRef, Sighting<Leftover>> found, ResourceRef ref) {
    return Objects.requireNonNull(found.get(ref)).found().orElseThrow().state();
  }

  private static Map<ResourceRef, Sighting<Leftover>> find(OwnCertificate certificate) {
    var seen =
        new ServicePicture.Certificates(
            Instant.EPOCH,
            Listing.unlisted(),
            new Listing.Complete<>(Map.of(certificate.arn(), certificate), Instant.EPOCH),
            Listing.unlisted(),
            CertificateQuestions.none());
    return Leftover.find(
        ENVIRONMENT,
        List.of(CERTIFICATE, ZONE_RECORD),
        RegionSnapshot.unlisted("ap-northeast-1").with(seen));
  }

  private static OwnCertificate certificate(
      String arn, Map<String, String> tags, Optional<DnsRecord> made) {
    return new OwnCertificate(
        new Certificate(arn, List.of(HOST), "ISSUED", Optional.empty(), Optional.empty()),
        HOST,
        tags,
        Optional.of(RECORD),
        made,
        false);
  }
}
