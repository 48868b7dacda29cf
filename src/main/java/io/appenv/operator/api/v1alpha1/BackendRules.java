package io.appenv.operator.api.v1alpha1;

/** CEL rules about what backend ACK cannot do. */
final class BackendRules {

  private static final String NOT_ACK =
      "!has(self.aws) || !has(self.aws.backend) || self.aws.backend != 'ACK' || ";

  static final String DATABASE =
      NOT_ACK
          + "!has(self.database) || (!has(self.database.adopt) && "
          + "(!has(self.database.release) || !self.database.release))";
  static final String DATABASE_MESSAGE =
      "with backend ACK no database is adopted or released; remove adopt and release from "
          + "database, or write backend: SDK";

  static final String CACHE =
      NOT_ACK
          + "!has(self.cache) || (!has(self.cache.adopt) && "
          + "(!has(self.cache.release) || !self.cache.release))";
  static final String CACHE_MESSAGE =
      "with backend ACK no cache is adopted or released; remove adopt and release from cache, or "
          + "write backend: SDK";

  private BackendRules() {}
}
