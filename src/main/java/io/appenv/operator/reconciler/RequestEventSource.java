package io.appenv.operator.reconciler;

import io.appenv.operator.api.v1alpha1.AppEnvironment;
import io.appenv.operator.model.RequestFinding;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.processing.event.Event;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.AbstractEventSource;
import java.util.Set;

/**
 * Turns "a number of requests is known, or is no more" into a pass of the environment concerned.
 */
final class RequestEventSource extends AbstractEventSource<RequestFinding, AppEnvironment> {

  private final RequestFindings requests;
  private final EventSourceContext<AppEnvironment> context;

  RequestEventSource(RequestFindings requests, EventSourceContext<AppEnvironment> context) {
    super(RequestFinding.class, "requests");
    this.requests = requests;
    this.context = context;
  }

  @Override
  public void start() {
    super.start();
    requests.notifyTo(this::changed);
  }

  private void changed(ResourceID environment) {
    if (context.getPrimaryCache().get(environment).isEmpty()) {
      // Its finalizer was taken away by hand: nobody will ask for it again.
      requests.forget(environment);
      return;
    }
    getEventHandler().handleEvent(new Event(environment));
  }

  @Override
  public Set<RequestFinding> getSecondaryResources(AppEnvironment primary) {
    return Set.of();
  }
}
