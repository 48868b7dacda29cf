package io.appenv.operator.model;

/** One write to AWS: exactly one API call. What a plan lists is therefore what will be called. */
public sealed interface Action permits DatabaseAction, CacheAction {

  ResourceRef target();

  /** The AWS API operation, such as CreateDBInstance. */
  String operation();

  /** Whether it makes something that did not exist: announced in status before the call. */
  default boolean creates() {
    return false;
  }
}
