package io.appenv.operator.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/**
 * Settings of the operator itself. Each is a property under {@code appenv}, or the environment
 * variable of the same name in capitals, such as {@code APPENV_SWEEP_IDLE_INTERVAL=30s}. Kubernetes
 * and AWS are reached through their own standard settings, which have no twin here.
 */
@ConfigMapping(prefix = "appenv")
public interface OperatorConfig {

  /**
   * Identity of the Kubernetes cluster, part of every AWS name and tag, so that two clusters can
   * share an AWS account. It must never change while environments live: their AWS resources would
   * no longer be found. Default: the UID of the namespace kube-system, which lives as long as the
   * cluster.
   */
  Optional<String> cluster();

  /** How AWS is observed. */
  Sweep sweep();

  /** Which of several replicas works. */
  LeaderElection leaderElection();

  /** One sweep lists everything of one region, for all environments in it. Durations as 10s, 2m. */
  interface Sweep {

    /** Pause between two sweeps while every environment of the region is settled. Default: 60s. */
    @WithDefault("60s")
    Duration idleInterval();

    /** Shortest pause while AWS is at work for an environment. Default: 1s. */
    @WithDefault("1s")
    Duration busyInterval();

    /** Longest pause while AWS is at work, reached when nothing changes for long. Default: 15s. */
    @WithDefault("15s")
    Duration busyIntervalMax();

    /**
     * Age of the last complete sweep after which what it saw is no longer vouched for: conditions
     * that rest on it become Unknown. Default: 5m.
     */
    @WithDefault("5m")
    Duration timeout();
  }

  /** Leader election among several replicas by a Lease in the operator's namespace. */
  interface LeaderElection {

    /** Needed with more than one replica. Default: false. */
    @WithDefault("false")
    boolean enabled();
  }
}
