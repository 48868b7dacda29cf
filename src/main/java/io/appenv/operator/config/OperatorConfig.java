package io.appenv.operator.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
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

  /** What is served to autoscalers. */
  ExternalMetrics externalMetrics();

  /** What pods run on. */
  Nodes nodes();

  /** What tiers read from Parameter Store and Secrets Manager. */
  Configuration configuration();

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

  /** The variables of tiers that are kept in AWS. */
  interface Configuration {

    /** Pause between two readings, within which a change is picked up. Default: 60s. */
    @WithDefault("60s")
    Duration interval();

    /**
     * Parameters that environments may read, separated by commas: names, or beginnings of names
     * that end with a slash. {@code {namespace}} stands for the namespace of the environment.
     * Default: /appenv/{namespace}/.
     */
    @WithDefault("/appenv/{namespace}/")
    List<String> allowedParameters();

    /** The same of secrets of Secrets Manager. Default: appenv/{namespace}/. */
    @WithDefault("appenv/{namespace}/")
    List<String> allowedSecrets();
  }

  /** The nodes of the cluster. */
  interface Nodes {

    /**
     * Whether nodes come when pods need them: then nothing is said of their room. Default: as the
     * cluster shows it, which has signs of Karpenter, EKS Auto Mode, Fargate, and of a Cluster
     * Autoscaler in kube-system.
     */
    Optional<Boolean> autoscaled();
  }

  /** Leader election among several replicas by a Lease in the operator's namespace. */
  interface LeaderElection {

    /** Needed with more than one replica. Default: false. */
    @WithDefault("false")
    boolean enabled();
  }

  /** The number of requests, served to autoscalers as {@code external.metrics.k8s.io}. */
  interface ExternalMetrics {

    /**
     * Whether it is served, which makes an APIService point to this operator. Default: false; the
     * Deployment sets true.
     */
    @WithDefault("false")
    boolean enabled();

    /** Port to listen on, with TLS. Default: 8443. */
    @WithDefault("8443")
    int port();

    /** Namespace of the Service, and of the Secret with its certificate. Default: appenv-system. */
    @WithDefault("appenv-system")
    String namespace();

    /** The Service by which the API server reaches that port. Default: appenv-operator-metrics. */
    @WithDefault("appenv-operator-metrics")
    String service();

    /** Port of the Service. Default: 443. */
    @WithDefault("443")
    int servicePort();

    /**
     * Name of the operator's own pod, which gets the label that the Service selects while it works.
     * Default: no pod is labelled.
     */
    Optional<String> pod();

    /** Pause between two readings of the numbers. Default: 60s, the period of the metrics. */
    @WithDefault("60s")
    Duration interval();

    /** Age from which on a number counts no more. Default: 5m. */
    @WithDefault("5m")
    Duration freshness();

    /**
     * Address of a Prometheus, such as http://prometheus.monitoring:9090. Whoever may write an
     * environment may then ask it anything. Default: none is asked.
     */
    Optional<String> prometheus();
  }
}
