package io.appenv.operator.backend.aws;

import io.appenv.operator.model.Component;
import io.appenv.operator.model.Listed;
import io.appenv.operator.model.PublicationAction.CreateSecret;
import io.appenv.operator.model.PublicationAction.DeleteSecret;
import io.appenv.operator.model.PublicationAction.OfSecret;
import io.appenv.operator.model.PublicationAction.RestoreSecret;
import io.appenv.operator.model.PublicationAction.TagSecret;
import io.appenv.operator.model.PublicationAction.UpdateSecret;
import io.appenv.operator.model.PublishedSecret;
import io.appenv.operator.model.Receipt;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.FilterNameStringType;
import software.amazon.awssdk.services.secretsmanager.model.SecretListEntry;
import software.amazon.awssdk.services.secretsmanager.model.Tag;

/**
 * Secrets that the operator writes. Their values are never read: the ids of their versions tell.
 *
 * <p>Lists of Secrets Manager may lack what was changed in the last five minutes, and what it
 * describes one at a time does not; so what was written to is described for some time.
 */
final class PublishedSecrets {

  /** The most that ListSecrets takes. */
  private static final int PAGE = 100;

  private static final Duration LISTS_LAG = Duration.ofMinutes(10);

  /** The shortest that there is: what is deleted are copies. */
  private static final long RECOVERY_DAYS = 7;

  private static final String CURRENT = "AWSCURRENT";

  private final SecretsManagerClient reads;
  private final SecretsManagerClient writes;
  private final InstantSource clock;
  private final Map<String, Instant> written = new ConcurrentHashMap<>();

  PublishedSecrets(SecretsManagerClient reads, SecretsManagerClient writes, InstantSource clock) {
    this.reads = reads;
    this.writes = writes;
    this.clock = clock;
  }

  /**
   * By name.
   *
   * @param path without a slash before it
   */
  Listed<PublishedSecret> below(String path) {
    var found = new HashMap<String, PublishedSecret>();
    AwsCalls.make(
        AwsCall.listing(Component.CONFIGURATION, "ListSecrets", path),
        () -> {
          reads
              .listSecretsPaginator(
                  request ->
                      request
                          .filters(it -> it.key(FilterNameStringType.NAME).values(path))
                          .includePlannedDeletion(true)
                          .maxResults(PAGE))
              .stream()
              .flatMap(page -> page.secretList().stream())
              // The filter of AWS does not look at capitals.
              .filter(it -> it.name().startsWith(path))
              .forEach(it -> found.put(it.name(), secret(it)));
          return found;
        });
    var lagging = clock.instant().minus(LISTS_LAG);
    written.values().removeIf(at -> at.isBefore(lagging));
    written.keySet().stream()
        .filter(name -> name.startsWith(path))
        .forEach(
            name ->
                described(name)
                    .ifPresentOrElse(it -> found.put(name, it), () -> found.remove(name)));
    return Listed.of(found);
  }

  private static PublishedSecret secret(SecretListEntry found) {
    return new PublishedSecret(
        found.name(),
        found.arn(),
        current(found.secretVersionsToStages()),
        AbsentFields.orEmpty(found.description()),
        found.deletedDate() != null,
        tags(found.tags()));
  }

  private Optional<PublishedSecret> described(String name) {
    return AwsCalls.makeUnlessGone(
            AwsCall.listing(Component.CONFIGURATION, "DescribeSecret", name),
            () -> reads.describeSecret(it -> it.secretId(name)))
        .map(
            found ->
                new PublishedSecret(
                    found.name(),
                    found.arn(),
                    current(found.versionIdsToStages()),
                    AbsentFields.orEmpty(found.description()),
                    found.deletedDate() != null,
                    tags(found.tags())));
  }

  private static Optional<String> current(Map<String, List<String>> stages) {
    return stages.entrySet().stream()
        .filter(it -> it.getValue().contains(CURRENT))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private static Map<String, String> tags(List<Tag> tags) {
    return tags.stream().collect(Collectors.toMap(Tag::key, Tag::value));
  }

  Receipt execute(OfSecret action) {
    try {
      return call(action);
    } finally {
      written.put(action.name(), clock.instant());
    }
  }

  private Receipt call(OfSecret action) {
    return switch (action) {
      case CreateSecret(var name, var value, var version, var all) ->
          AwsCalls.write(
              AwsCall.of(action, Optional.of(value.reveal())),
              () ->
                  writes.createSecret(
                      it ->
                          it.name(name)
                              .secretString(value.reveal())
                              .clientRequestToken(version.id())
                              .description(version.description())
                              .tags(requested(all))));
      case UpdateSecret(var name, var value, var version) ->
          AwsCalls.write(
              AwsCall.of(action, Optional.of(value.reveal())),
              () ->
                  writes.updateSecret(
                      it ->
                          it.secretId(name)
                              .secretString(value.reveal())
                              .clientRequestToken(version.id())
                              .description(version.description())));
      case TagSecret(var name, var missing) ->
          AwsCalls.write(
              AwsCall.of(action),
              () -> writes.tagResource(it -> it.secretId(name).tags(requested(missing))));
      case RestoreSecret(var name) ->
          AwsCalls.write(AwsCall.of(action), () -> writes.restoreSecret(it -> it.secretId(name)));
      case DeleteSecret(var name) ->
          AwsCalls.writeUnlessGone(
              AwsCall.of(action),
              () ->
                  writes.deleteSecret(it -> it.secretId(name).recoveryWindowInDays(RECOVERY_DAYS)));
    };
  }

  private static List<Tag> requested(Map<String, String> tags) {
    return tags.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(it -> Tag.builder().key(it.getKey()).value(it.getValue()).build())
        .toList();
  }
}
