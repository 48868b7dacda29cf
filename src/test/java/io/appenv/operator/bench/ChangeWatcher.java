package io.appenv.operator.bench;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import java.util.concurrent.CompletableFuture;

/** Notes when a child was first seen, and when it was first seen to have followed a change. */
final class ChangeWatcher implements Watcher<HasMetadata> {

  private final Change change;
  final CompletableFuture<Long> seen = new CompletableFuture<>();
  final CompletableFuture<Long> followed = new CompletableFuture<>();

  ChangeWatcher(Change change) {
    this.change = change;
  }

  @Override
  public void eventReceived(Action action, HasMetadata child) {
    var now = System.nanoTime();
    seen.complete(now);
    if (change.isShownBy(child)) {
      followed.complete(now);
    }
  }

  @Override
  public void onClose(WatcherException cause) {
    seen.completeExceptionally(cause);
    followed.completeExceptionally(cause);
  }
}
