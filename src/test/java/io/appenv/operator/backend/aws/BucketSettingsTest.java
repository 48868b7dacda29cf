package io.appenv.operator.backend.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.model.BucketSetting;
import io.appenv.operator.model.LifecycleRule;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.model.ExpirationStatus;
import software.amazon.awssdk.services.s3.model.GetBucketLifecycleConfigurationResponse;
import software.amazon.awssdk.services.s3.model.GetBucketVersioningResponse;
import software.amazon.awssdk.services.s3.model.GetPublicAccessBlockResponse;

/** What is written to S3 is read from it as the same. */
class BucketSettingsTest {

  private static final String BUCKET = "appenv-shop-production-0a1b2c3d-files";

  private static BucketSetting read(
      software.amazon.awssdk.services.s3.model.LifecycleRule... rules) {
    return BucketSettings.lifecycle(
        Optional.of(GetBucketLifecycleConfigurationResponse.builder().rules(rules).build()));
  }

  private static software.amazon.awssdk.services.s3.model.LifecycleRule usual() {
    return BucketRequests.lifecycle(
            new BucketSetting.Lifecycle(List.of(LifecycleRule.tiers(30, 90))))
        .rules()
        .getFirst();
  }

  @Test
  void rulesAreReadAsTheyWereWritten() {
    assertThat(read(usual()))
        .isEqualTo(new BucketSetting.Lifecycle(List.of(LifecycleRule.tiers(30, 90))));
  }

  /** BK-2. */
  @Test
  void theyAreThoseOfTheSpecification() {
    assertThat(read(usual()).words())
        .isEqualTo(
            "appenv-tiers: STANDARD_IA after 30d and GLACIER after 90d, former versions STANDARD_IA"
                + " after 30d and GLACIER after 90d, uploads given up after 7d");
  }

  @Test
  void whatElseARuleSaysIsSeen() {
    var wished = new BucketSetting.Lifecycle(List.of(LifecycleRule.tiers(30, 90)));

    assertThat(read(usual().toBuilder().status(ExpirationStatus.DISABLED).build()))
        .isNotEqualTo(wished);
    assertThat(read(usual().toBuilder().filter(it -> it.prefix("tmp/")).build()))
        .isNotEqualTo(wished);
    assertThat(read(usual().toBuilder().expiration(it -> it.days(365)).build()).words())
        .contains("deletes objects");
    assertThat(
            read(usual().toBuilder()
                    .noncurrentVersionExpiration(it -> it.noncurrentDays(1))
                    .build())
                .words())
        .contains("deletes former versions");
  }

  @Test
  void publicAccessIsBlockedInAllFourWays() {
    var all = BucketRequests.publicAccess(new BucketSetting.PublicAccess(true));

    assertThat(
            BucketSettings.publicAccess(
                Optional.of(
                    GetPublicAccessBlockResponse.builder()
                        .publicAccessBlockConfiguration(all)
                        .build())))
        .isEqualTo(new BucketSetting.PublicAccess(true));
    assertThat(
            BucketSettings.publicAccess(
                Optional.of(
                    GetPublicAccessBlockResponse.builder()
                        .publicAccessBlockConfiguration(
                            all.toBuilder().restrictPublicBuckets(false).build())
                        .build())))
        .isEqualTo(new BucketSetting.PublicAccess(false));
  }

  @Test
  void aBucketThatNeverKeptVersionsSaysNothing() {
    assertThat(BucketSettings.versioning(GetBucketVersioningResponse.builder().build()))
        .isEqualTo(new BucketSetting.Versioning(BucketSetting.Versioning.NEVER));
  }

  @Test
  void aPolicyIsKnownHoweverItIsWritten() {
    var policy = new BucketPolicy("aws");
    var written = policy.tlsOnly(BUCKET);

    assertThat(policy.read(BUCKET, Optional.of(written))).isEqualTo(BucketSetting.Policy.tlsOnly());
    assertThat(
            policy.read(
                BUCKET,
                Optional.of(
                    written
                        .replace("\"Principal\": \"*\",", "")
                        .replace("\"Deny\",", "\"Deny\", \"Principal\": [\"*\"],"))))
        .isEqualTo(BucketSetting.Policy.tlsOnly());
    assertThat(policy.read(BUCKET, Optional.of(written.replace("Deny", "Allow"))))
        .isNotEqualTo(BucketSetting.Policy.tlsOnly());
    assertThat(policy.read(BUCKET, Optional.of("{"))).isNotEqualTo(BucketSetting.Policy.tlsOnly());
    assertThat(policy.read(BUCKET, Optional.empty()).words()).isEqualTo("none");
  }

  @Test
  void inTheFirstRegionOfS3NoRegionIsNamed() {
    var tags = Map.of("appenv.io/uid", "0a1b");

    assertThat(
            BucketRequests.create(BUCKET, tags, Region.US_EAST_1)
                .createBucketConfiguration()
                .locationConstraintAsString())
        .isNull();
    var elsewhere =
        BucketRequests.create(BUCKET, tags, Region.AP_NORTHEAST_1).createBucketConfiguration();
    assertThat(elsewhere.locationConstraintAsString()).isEqualTo("ap-northeast-1");
    assertThat(BucketRequests.tags(elsewhere.tags())).isEqualTo(tags);
  }
}
