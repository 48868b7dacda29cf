package io.appenv.operator.reconciler;

import io.appenv.operator.api.v1alpha1.AppEnvironment;
import io.appenv.operator.model.RegionSnapshot;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.processing.event.Event;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.AbstractEventSource;
import java.util.Set;

/** Turns "a sweep saw something new" into a pass of the environment concerned. */
final class SweepEventSource extends AbstractEventSource<RegionSnapshot, AppEnvironment> {

  private final Sweeps sweeps;
  private final EventSourceContext<AppEnvironment> context;

  SweepEventSource(Sweeps sweeps, EventSourceContext<AppEnvironment> context) {
    super(RegionSnapshot.class, "aws-sweep");
    this.sweeps = sweeps;
    this.context = context;
  }

  @Override
  public void start() {
    super.start();
    sweeps.notifyTo(this::changed);
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
