package io.appenv.operator.bench;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;

/** Lets one watcher look at objects of any kind. */
record AnyWatcher<T extends HasMetadata>(Watcher<HasMetadata> watcher) implements Watcher<T> {

  @Override
  public void eventReceived(Action action, T resource) {
    watcher.eventReceived(action, resource);
  }

  @Override
  public void onClose(WatcherException cause) {
    watcher.onClose(cause);
  }
}
