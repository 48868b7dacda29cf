package io.appenv.operator.backend.aws;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.rds.model.Tag;

/** Translates tags as RDS writes them. */
final class DatabaseTags {

  private DatabaseTags() {}

  static Map<String, String> from(Collection<Tag> tags) {
    return TagPairs.read(tags, Tag::key, Tag::value);
  }

  static List<Tag> of(Map<String, String> tags) {
    return TagPairs.written(tags, (key, value) -> Tag.builder().key(key).value(value).build());
  }
}
