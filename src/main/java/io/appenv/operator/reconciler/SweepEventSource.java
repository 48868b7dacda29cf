package io.appenv.operator.reconciler;

import io.appenv.operator.api.v1alpha1.AppEnvironment;
import io.appenv.operator.model.Component;
import io.appenv.operator.model.EnvironmentId;
import io.appenv.operator.model.RegionSnapshot;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.processing.event.Event;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.AbstractEventSource;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Turns "a sweep saw something new" into a pass of the environment concerned. */
final class SweepEventSource extends AbstractEventSource<RegionSnapshot, AppEnvironment> {

  private final Sweeps sweeps;
  private final Orphans orphans;
  private final EventSourceContext<AppEnvironment> context;

  SweepEventSource(Sweeps sweeps, Orphans orphans, EventSourceContext<AppEnvironment> context) {
    super(RegionSnapshot.class, "aws-sweep");
    this.sweeps = sweeps;
    this.orphans = orphans;
    this.context = context;
  }

  @Override
  public void start() {
    super.start();
    sweeps.notifyTo(this::changed);
    sweeps.showTo(this::seen);
  }

  @Override
  public void stop() {
    sweeps.showTo((_, _, _) -> {});
    super.stop();
  }

  /** The keys of the cache cost little; the objects are unpacked only for what looks lost. */
  private void seen(RegionSnapshot picture, Component part, Map<ResourceID, String> interested) {
    var there = context.getPrimaryCache().keys().collect(Collectors.toSet());
    var cared =
        interested.entrySet().stream()
            .filter(it -> there.contains(it.getKey()))
            .map(Map.Entry::getValue)
            .collect(Collectors.toSet());
    orphans.look(picture, part, cared, this::isThere);
  }

  private boolean isThere(EnvironmentId environment) {
    return context
        .getPrimaryCache()
        .get(new ResourceID(environment.name(), environment.namespace()))
        .filter(it -> environment.uid().equals(it.getMetadata().getUid()))
        .isPresent();
  }

  private void changed(ResourceID environment) {
    if (context.getPrimaryCache().get(environment).isEmpty()) {
      // Its finalizer was taken away by hand: nobody will ask for it again.
      sweeps.forget(environment);
      return;
    }
    getEventHandler().handleEvent(new Event(environment));
  }

  @Override
  public Set<RegionSnapshot> getSecondaryResources(AppEnvironment primary) {
    return Set.of();
  }
}
