package io.appenv.operator.api.v1alpha1;

/** Whether overrides may change the database and the cache. */
public enum DataServiceOverrides {
  Refused,
  Allowed
}
