package io.appenv.operator.model;

import java.util.List;

/**
 * What a bucket holds, as far as one listing goes.
 *
 * @param versions of objects, delete markers included; as many as S3 deletes in one call at most
 * @param more whether there are others
 */
public record BucketContents(List<Version> versions, boolean more) {

  /**
   * One version of an object.
   *
   * @param id in the words of S3; null as a word of what was there before versions were kept
   */
  public record Version(String key, String id) {}

  public BucketContents {
    versions = List.copyOf(versions);
  }

  public boolean isEmpty() {
    return versions.isEmpty() && !more;
  }
}
