package io.appenv.operator.model;

import java.util.List;
import java.util.Map;

/** A call to S3 about a bucket. */
public sealed interface FileAction extends Action {

  /** The name of the bucket. */
  String bucket();

  @Override
  default ResourceRef target() {
    return new ResourceRef(ResourceKind.BUCKET, bucket());
  }

  /** Makes a bucket, with its tags, so that none is ever without an owner. */
  record Create(String bucket, Map<String, String> tags) implements FileAction {
    public Create {
      tags = Map.copyOf(tags);
    }

    @Override
    public String operation() {
      return "CreateBucket";
    }

    @Override
    public boolean creates() {
      return true;
    }
  }

  record Configure(String bucket, BucketSetting setting) implements FileAction {
    @Override
    public String operation() {
      return setting.operation();
    }
  }

  /**
   * Replaces the tags.
   *
   * @param tags all of them, those of others included
   */
  record PutTags(String bucket, Map<String, String> tags) implements FileAction {
    public PutTags {
      tags = Map.copyOf(tags);
    }

    @Override
    public String operation() {
      return "PutBucketTagging";
    }
  }

  /** Deletes versions of objects for good, 1000 at most. */
  record DeleteVersions(String bucket, List<BucketContents.Version> versions)
      implements FileAction {
    public DeleteVersions {
      versions = List.copyOf(versions);
    }

    @Override
    public String operation() {
      return "DeleteObjects";
    }
  }

  /** Refused by S3 while the bucket holds anything. */
  record Delete(String bucket) implements FileAction {
    @Override
    public String operation() {
      return "DeleteBucket";
    }
  }
}
