package io.appenv.operator.requests;

import io.appenv.operator.autoscaling.Reading;
import io.appenv.operator.autoscaling.RequestWant;
import io.appenv.operator.autoscaling.TierKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** Tells an environment when one of its numbers comes to be known, or is known no more. */
@ApplicationScoped
public class RequestNews {

  private record Owner(String namespace, String environment) {}

  private final RequestBoard board;
  private final Map<TierKey, String> told = new ConcurrentHashMap<>();
  private volatile BiConsumer<String, String> listener = (namespace, environment) -> {};

  @Inject
  public RequestNews(RequestBoard board) {
    this.board = board;
  }

  /**
   * @param changed is given the namespace and the name of an environment
   */
  public void notifyTo(BiConsumer<String, String> changed) {
    listener = changed;
  }

  /** A number that is another one is no news; that there is none, and why, is. */
  void tell(Collection<RequestWant> wants) {
    wants.stream()
        .map(RequestWant::key)
        .filter(this::isNews)
        .map(key -> new Owner(key.namespace(), key.environment()))
        .collect(Collectors.toSet())
        .forEach(owner -> listener.accept(owner.namespace(), owner.environment()));
  }

  /** All of them, as what concerns every number has changed. */
  public void tellAll() {
    board.wants().stream()
        .map(want -> new Owner(want.key().namespace(), want.key().environment()))
        .collect(Collectors.toSet())
        .forEach(owner -> listener.accept(owner.namespace(), owner.environment()));
  }

  private boolean isNews(TierKey key) {
    var words = board.state(key).map(RequestNews::words);
    if (words.isEmpty()) {
      told.remove(key);
      return false;
    }
    return !words.get().equals(told.put(key, words.get()));
  }

  private static String words(Reading.State state) {
    return switch (state) {
      case Reading.State.Pending _ -> "";
      case Reading.State.Known _ -> "known";
      case Reading.State.Missing missing -> missing.why();
    };
  }
}
