package io.appenv.operator.reconciler;

import io.appenv.operator.api.v1alpha1.AppEnvironment;
import io.appenv.operator.ingress.HostClaim;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.processing.event.Event;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.AbstractEventSource;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import io.javaoperatorsdk.operator.processing.event.source.IndexerResourceCache;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which environment has which host, over all namespaces. What a pass knows of its environment is
 * newer than what is stored of it, and counts instead.
 */
@ApplicationScoped
class HostClaims {

  private static final String INDEX = "ingress-hosts";

  private final Map<ResourceID, HostClaim> known = new ConcurrentHashMap<>();
  private volatile @Nullable Waking source;

  EventSource<?, AppEnvironment> watch(EventSourceContext<AppEnvironment> context) {
    var cache = context.getPrimaryCache();
    cache.addIndexer(INDEX, environment -> IngressHosts.claim(environment).hosts().toList());
    var waking = new Waking(cache);
    source = waking;
    return waking;
  }

  /** Whether another environment comes before this one. */
  boolean isTaken(AppEnvironment environment, Optional<String> served, String host) {
    var mine = IngressHosts.claim(environment, served);
    var others = rivals(host).stream().map(this::current).toList();
    return mine.isTaken(
        host,
        Stream.concat(others.stream().filter(it -> !it.uid().equals(mine.uid())), Stream.of(mine))
            .toList());
  }

  private HostClaim current(AppEnvironment stored) {
    var uid = stored.getMetadata().getUid();
    return Optional.ofNullable(known.get(ResourceID.fromResource(stored)))
        .filter(claim -> claim.uid().equals(uid))
        .orElseGet(() -> IngressHosts.claim(stored));
  }

  /**
   * To be called at the end of each pass; whoever waits for what the environment has given up is
   * woken.
   *
   * @param served the host of its Ingress
   */
  void note(AppEnvironment environment, Optional<String> served) {
    put(environment, IngressHosts.claim(environment, served));
  }

  /** Of an environment that is about to go, and has no Ingress any more. */
  void release(AppEnvironment environment) {
    put(environment, HostClaim.none(environment.getMetadata().getUid()));
    Optional.ofNullable(source).ifPresent(it -> known.keySet().retainAll(it.there()));
  }

  private void put(AppEnvironment environment, HostClaim claim) {
    var id = ResourceID.fromResource(environment);
    var before =
        Optional.ofNullable(known.put(id, claim)).orElseGet(() -> IngressHosts.claim(environment));
    var kept = claim.hosts().collect(Collectors.toSet());
    before
        .hosts()
        .filter(host -> !kept.contains(host))
        .flatMap(host -> rivals(host).stream())
        .map(ResourceID::fromResource)
        .filter(rival -> !rival.equals(id))
        .distinct()
        .forEach(rival -> Optional.ofNullable(source).ifPresent(it -> it.wake(rival)));
  }

  private List<AppEnvironment> rivals(String host) {
    return Optional.ofNullable(source).map(it -> it.naming(host)).orElseGet(List::of);
  }

  /** Makes passes of the environments that a host has become free for. */
  private static final class Waking extends AbstractEventSource<HostClaim, AppEnvironment> {

    private final IndexerResourceCache<AppEnvironment> cache;

    Waking(IndexerResourceCache<AppEnvironment> cache) {
      super(HostClaim.class, "free-hosts");
      this.cache = cache;
    }

    List<AppEnvironment> naming(String host) {
      return cache.byIndex(INDEX, host);
    }

    Set<ResourceID> there() {
      return cache.keys().collect(Collectors.toSet());
    }

    void wake(ResourceID environment) {
      getEventHandler().handleEvent(new Event(environment));
    }

    @Override
    public Set<HostClaim> getSecondaryResources(AppEnvironment primary) {
      return Set.of();
    }
  }
}
