package io.appenv.operator.api.v1alpha1;

/** What an environment tells of itself. In staging the pods' own variables end in _STG. */
public enum EnvironmentOutput {
  /** Where clients reach the environment. */
  API_ENDPOINT,
  /** How the database is connected to, password included. */
  DATABASE_URL,
  /** How the cache is connected to, token included. */
  REDIS_URL,
  /** Where files are. */
  BUCKET_NAME
}
