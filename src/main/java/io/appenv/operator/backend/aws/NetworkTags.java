package io.appenv.operator.backend.aws;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.ec2.model.Tag;

/** Translates tags as EC2 writes them. */
final class NetworkTags {

  private NetworkTags() {}

  static Map<String, String> from(Collection<Tag> tags) {
    return tags.stream()
        .collect(
            Collectors.toUnmodifiableMap(
                Tag::key, tag -> AbsentFields.orEmpty(tag.value()), (first, last) -> last));
  }

  /** In the order of their keys, so that equal tags make equal requests. */
  static List<Tag> of(Map<String, String> tags) {
    return tags.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(tag -> Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
        .toList();
  }
}
