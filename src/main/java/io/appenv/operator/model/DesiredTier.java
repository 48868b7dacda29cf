package io.appenv.operator.model;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One tier of workloads.
 *
 * @param resourceName name of its Kubernetes objects
 * @param cpu Kubernetes quantity, requested per pod
 * @param memory Kubernetes quantity, requested and limited per pod
 * @param databaseConnections that a pod holds at most, where the tier uses the database
 * @param terminationGracePeriod time between SIGTERM and SIGKILL
 * @param availableWithin how long a roll-out may take before it counts as failed
 * @param spreadAcrossZones whether pods must be spread evenly over zones
 */
public record DesiredTier(
    String name,
    String resourceName,
    String image,
    String cpu,
    String memory,
    List<Accept> accepts,
    Set<Use> uses,
    int databaseConnections,
    Scaling scaling,
    Health health,
    List<String> command,
    List<String> args,
    DesiredConfiguration configuration,
    Optional<Long> runAsUser,
    boolean writableRootFilesystem,
    Duration terminationGracePeriod,
    Duration availableWithin,
    boolean spreadAcrossZones) {

  /** Who connects from outside of the environment. */
  public static final String LOAD_BALANCER = "LoadBalancer";

  public DesiredTier {
    accepts = List.copyOf(accepts);
    uses = Set.copyOf(uses);
    command = List.copyOf(command);
    args = List.copyOf(args);
  }

  /** The same with other bounds. */
  public DesiredTier scaledBy(Scaling other) {
    return new DesiredTier(
        name,
        resourceName,
        image,
        cpu,
        memory,
        accepts,
        uses,
        databaseConnections,
        other,
        health,
        command,
        args,
        configuration,
        runAsUser,
        writableRootFilesystem,
        terminationGracePeriod,
        availableWithin,
        spreadAcrossZones);
  }

  /** The distinct ports this tier listens on, in the order they were declared. */
  public List<Integer> ports() {
    return accepts.stream().flatMap(accept -> accept.ports().stream()).distinct().toList();
  }

  /**
   * Who may connect, and where.
   *
   * @param from the name of another tier, or {@link #LOAD_BALANCER}, which is no name of a tier
   */
  public record Accept(String from, List<Integer> ports) {
    public Accept {
      ports = List.copyOf(ports);
    }

    public boolean isLoadBalancer() {
      return LOAD_BALANCER.equals(from);
    }
  }

  /** The data services a tier may be given the credentials of. */
  public enum Use {
    DATABASE,
    CACHE,
    FILES
  }

  /**
   * How many pods there are. Targets are percentages of the requested resource, averaged over pods.
   *
   * @param overridden present while the bounds are not those of the manifest
   */
  public record Scaling(
      int min,
      int max,
      Optional<Integer> cpuPercent,
      Optional<Integer> memoryPercent,
      Optional<RequestScaling> requests,
      Optional<Overridden> overridden) {

    /** As the manifest has it. */
    public Scaling(
        int min,
        int max,
        Optional<Integer> cpuPercent,
        Optional<Integer> memoryPercent,
        Optional<RequestScaling> requests) {
      this(min, max, cpuPercent, memoryPercent, requests, Optional.empty());
    }

    /** The same with other bounds for a while. */
    public Scaling under(int fewest, int most, Overridden by) {
      return new Scaling(fewest, most, cpuPercent, memoryPercent, requests, Optional.of(by));
    }

    /** Fewer pods than this make a tier less than its manifest says. */
    public int declaredMin() {
      return overridden.map(Overridden::declaredMin).orElse(min);
    }

    /** Whether the autoscaler takes no pods away. */
    public boolean isScaleInFrozen() {
      return overridden.filter(Overridden::scaleInFrozen).isPresent();
    }
  }

  /**
   * What holds in the place of the manifest's bounds for a while.
   *
   * @param declaredMin fewest pods by the manifest
   * @param by what has it so and until when, in words
   */
  public record Overridden(int declaredMin, boolean scaleInFrozen, String by) {}

  /**
   * How a pod shows that it works.
   *
   * @param path HTTP path answered with 2xx or 3xx; empty for a TCP connect
   * @param port empty when the tier listens on nothing: then there is no probe
   */
  public record Health(Optional<String> path, Optional<Integer> port, Duration startupTimeout) {}
}
