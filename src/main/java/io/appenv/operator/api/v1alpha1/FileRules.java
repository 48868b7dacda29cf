package io.appenv.operator.api.v1alpha1;

/** CEL rules about files. */
final class FileRules {

  static final String DAYS = "self.matches('^[1-9][0-9]{0,3}d$')";

  private static final String INFREQUENT =
      "int(self.infrequentAccessAfter.substring(0, self.infrequentAccessAfter.size() - 1))";
  private static final String GLACIER =
      "int(self.glacierAfter.substring(0, self.glacierAfter.size() - 1))";

  /** A value of another form has a message of its own. */
  private static final String READABLE =
      "has(self.infrequentAccessAfter) && has(self.glacierAfter) && "
          + "self.infrequentAccessAfter.matches('^[1-9][0-9]{0,3}d$') && "
          + "self.glacierAfter.matches('^[1-9][0-9]{0,3}d$')";

  static final String ORDER =
      "!("
          + READABLE
          + ") || ("
          + INFREQUENT
          + " >= 30 && "
          + GLACIER
          + " >= "
          + INFREQUENT
          + " + 30)";
  static final String ORDER_MESSAGE =
      "S3 moves objects to Infrequent Access after 30 days at the earliest, and to Glacier 30 days "
          + "after that; write for example infrequentAccessAfter: 30d and glacierAfter: 90d";

  static final String NAME =
      "self.matches('^appenv-[a-z0-9]([a-z0-9-]{0,54}[a-z0-9])?$') && !self.endsWith('-s3alias') "
          + "&& !self.endsWith('-files')";
  static final String NAME_MESSAGE =
      "write a name that begins with appenv-, as the rights of the operator are for such, and has "
          + "at most 63 lower case letters, digits and hyphens; those that end in -files are given "
          + "by the operator; for example appenv-shop-uploads";

  /**
   * At the root, where a rule sees the status: a name that is taken must be exchanged for another.
   */
  static final String NAME_KEPT =
      "!has(self.spec.files) || !has(oldSelf.spec.files) || !has(oldSelf.status) || "
          + "!has(oldSelf.status.endpoints) || !has(oldSelf.status.endpoints.files) || "
          + "(has(self.spec.files.bucketName) ? self.spec.files.bucketName : '') == "
          + "(has(oldSelf.spec.files.bucketName) ? oldSelf.spec.files.bucketName : '')";

  static final String NAME_KEPT_MESSAGE =
      "a bucket keeps its name; put bucketName back as it was, or create another environment and "
          + "copy the files there; docs/playbooks.md#specfilesbucketname";

  static final String POLICY = "self != 'Snapshot'";
  static final String POLICY_MESSAGE =
      "of files there are versions, and no snapshots; write deletionPolicy: Retain or "
          + "deletionPolicy: Delete";

  static final String KEPT = "has(self.files) || !has(oldSelf.files)";
  static final String KEPT_MESSAGE =
      "spec.files cannot be removed from a live environment in v1alpha1, as its files would be left "
          + "behind; put it back, or delete the environment, which follows deletionPolicy; "
          + "docs/playbooks.md#specfiles";

  static final String DEVELOPMENT = "self.stage != 'Development' || !has(self.files)";
  static final String DEVELOPMENT_MESSAGE =
      "stage Development uses no AWS, so it has no bucket; remove spec.files, and files from the "
          + "uses of tiers";

  static final String USED =
      "has(self.files) || !self.tiers.exists(t, has(t.uses) && t.uses.exists(u, u == 'files'))";
  static final String USED_MESSAGE =
      "a tier uses files, but the environment has none: add spec.files, or remove files from the "
          + "tier's uses";

  static final String ORIGINS = "self.all(o, o.matches('^([*]|https?://[^ *]*[*]?[^ *]*)$'))";
  static final String ORIGINS_MESSAGE =
      "write origins as scheme and host, with one * at most, for example https://shop.example.com";

  static final String METHODS = "self.all(m, m in ['GET', 'HEAD', 'PUT', 'POST', 'DELETE'])";
  static final String METHODS_MESSAGE = "write methods of GET, HEAD, PUT, POST and DELETE";

  private FileRules() {}
}
