package io.appenv.operator.ingress;

import java.util.Collection;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an environment wants of the hosts of a cluster, and has.
 *
 * @param createdAt when it was created, as Kubernetes writes it
 * @param wanted the host in its spec
 * @param served the host of its Ingress
 */
public record HostClaim(
    String uid, String createdAt, Optional<String> wanted, Optional<String> served) {

  private static final Comparator<HostClaim> FIRST_COME =
      Comparator.comparing(HostClaim::createdAt).thenComparing(HostClaim::uid);

  /** Of an environment that has gone. */
  public static HostClaim none(String uid) {
    return new HostClaim(uid, "", Optional.empty(), Optional.empty());
  }

  /** The hosts that nobody else can have. */
  public Stream<String> hosts() {
    return Stream.concat(wanted.stream(), served.stream()).distinct();
  }

  /**
   * Whether another environment comes first. Who serves a host keeps it, whenever created: nobody
   * takes it away by naming it. Among those that do not serve it the one created first has it.
   */
  public boolean isTaken(String host, Collection<HostClaim> all) {
    return first(host, all)
        .or(() -> Optional.of(this))
        .filter(it -> !Objects.equals(it.uid(), uid))
        .isPresent();
  }

  private static Optional<HostClaim> first(String host, Collection<HostClaim> all) {
    var served = Optional.of(host);
    return all.stream()
        .filter(claim -> claim.hosts().anyMatch(host::equals))
        .min(
            Comparator.comparing((HostClaim claim) -> !claim.served().equals(served))
                .thenComparing(FIRST_COME));
  }
}
