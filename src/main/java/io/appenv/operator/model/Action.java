package io.appenv.operator.model;

import java.util.Optional;

/**
 * One step of a plan. To AWS it is exactly one API call: what a plan lists is therefore what will
 * be called.
 */
public sealed interface Action
    permits SecurityGroupAction,
        DatabaseAction,
        CacheAction,
        CertificateAction,
        FileAction,
        PublicationAction,
        WorkloadAction {

  ResourceRef target();

  /** The AWS API operation, such as CreateDBInstance, or what is done in the cluster. */
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
