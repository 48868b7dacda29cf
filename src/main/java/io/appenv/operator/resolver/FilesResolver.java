package io.appenv.operator.resolver;

import io.appenv.operator.api.v1alpha1.CorsRuleSpec;
import io.appenv.operator.api.v1alpha1.FilesSpec;
import io.appenv.operator.model.BucketSetting;
import io.appenv.operator.model.CorsRule;
import io.appenv.operator.model.DesiredFiles;
import io.appenv.operator.model.LifecycleRule;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code spec.files}, its defaults filled in. */
final class FilesResolver {

  private static final String FIELD = "spec.files";
  private static final Pattern DAYS = Pattern.compile("([1-9][0-9]{0,3})d");
  private static final Pattern NAME =
      Pattern.compile("(?!.*(-s3alias|-files)$)appenv-[a-z0-9]([a-z0-9-]{0,54}[a-z0-9])?");

  /** S3 moves nothing to Infrequent Access earlier, nor leaves it there for less. */
  private static final int LEAST_DAYS = 30;

  private final Problems problems;
  private final Placement placement;

  FilesResolver(Problems problems, Placement placement) {
    this.problems = problems;
    this.placement = placement;
  }

  /** Empty in Development, where there is nothing to put them in. */
  Optional<DesiredFiles> resolve(FilesSpec spec) {
    if (!placement.onAws()) {
      problems.add(
          "stage Development uses no AWS, so it has no bucket; remove spec.files, and files from"
              + " the uses of tiers");
      return Optional.empty();
    }
    return Optional.of(
        new DesiredFiles(
            name(spec.bucketName()),
            List.of(
                new BucketSetting.PublicAccess(true),
                new BucketSetting.Ownership(BucketSetting.Ownership.ENFORCED),
                BucketSetting.Policy.tlsOnly(),
                BucketSetting.Encryption.with(KeyId.given(spec.kmsKeyId())),
                new BucketSetting.Versioning(BucketSetting.Versioning.ENABLED),
                lifecycle(spec),
                new BucketSetting.Cors(spec.cors().stream().map(FilesResolver::rule).toList())),
            placement.deletionPolicy(problems, FIELD, spec.deletionPolicy()),
            placement.tags(Optional.empty())));
  }

  private String name(@Nullable String given) {
    return given == null || given.isEmpty()
        ? placement.bucket()
        : problems.parsed(
            FIELD + ".bucketName",
            given,
            placement.bucket(),
            text -> Optional.of(text).filter(it -> NAME.matcher(it).matches()),
            "write a name of at most 63 characters that begins with appenv- and does not end in"
                + " -files, for example appenv-shop-uploads");
  }

  private BucketSetting lifecycle(FilesSpec spec) {
    var infrequent = days(".infrequentAccessAfter", spec.infrequentAccessAfter());
    var glacier = days(".glacierAfter", spec.glacierAfter());
    if (infrequent < LEAST_DAYS || glacier < infrequent + LEAST_DAYS) {
      problems.add(
          "spec.files.glacierAfter is too early: S3 moves objects to Infrequent Access after 30"
              + " days at the earliest, and to Glacier 30 days after that; write for example 90d");
    }
    return new BucketSetting.Lifecycle(List.of(LifecycleRule.tiers(infrequent, glacier)));
  }

  private int days(String field, @Nullable String text) {
    return problems.parsed(
        FIELD + field,
        text,
        LEAST_DAYS,
        it ->
            Optional.of(DAYS.matcher(it))
                .filter(match -> match.matches())
                .map(match -> Integer.valueOf(match.group(1))),
        "write whole days, for example 30d");
  }

  private static CorsRule rule(CorsRuleSpec spec) {
    return new CorsRule(
        spec.allowedOrigins(),
        spec.allowedMethods(),
        spec.allowedHeaders(),
        spec.exposeHeaders(),
        spec.maxAgeSeconds() == null ? StageDefaults.CORS_MAX_AGE_SECONDS : spec.maxAgeSeconds());
  }
}
