package io.appenv.operator.reconciler;

import io.appenv.operator.api.v1alpha1.AppEnvironment;
import io.appenv.operator.model.TierConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.processing.event.Event;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.AbstractEventSource;
import java.util.Set;

/** Turns "a value was changed in AWS" into a pass of the environments that read it. */
final class ConfigurationEventSource
    extends AbstractEventSource<TierConfiguration, AppEnvironment> {

  private final ConfigurationReaders readers;
  private final EventSourceContext<AppEnvironment> context;

  ConfigurationEventSource(
      ConfigurationReaders readers, EventSourceContext<AppEnvironment> context) {
    super(TierConfiguration.class, "configuration");
    this.readers = readers;
    this.context = context;
  }

  @Override
  public void start() {
    super.start();
    readers.notifyTo(this::changed);
  }

  private void changed(ResourceID environment) {
    if (context.getPrimaryCache().get(environment).isEmpty()) {
      // Its finalizer was taken away by hand: nobody will ask for it again.
      readers.forget(environment);
      return;
    }
    getEventHandler().handleEvent(new Event(environment));
  }

  @Override
  public Set<TierConfiguration> getSecondaryResources(AppEnvironment primary) {
    return Set.of();
  }
}
