package io.appenv.operator.model;

/** What an environment tells of itself, by the names of production. */
public enum EnvironmentOutput {
  API_ENDPOINT,
  DATABASE_URL,
  REDIS_URL,
  BUCKET_NAME
}
