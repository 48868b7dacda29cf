package io.appenv.operator.model;

import java.util.Optional;

/** One write to AWS: exactly one API call. What a plan lists is therefore what will be called. */
public sealed interface Action permits DatabaseAction, CacheAction {

  ResourceRef target();

  /** The AWS API operation, such as CreateDBInstance. */
  String operation();

  /**
   * The window it is made in where no other is given; empty where AWS sees to that, or any will do.
   */
  default Optional<WeeklyWindow> window() {
    return Optional.empty();
  }

  /** Whether it makes something that did not exist: announced in status before the call. */
  default boolean creates() {
    return false;
  }
}
