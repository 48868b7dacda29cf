package io.appenv.operator.cache;

import io.appenv.operator.model.CacheAction;
import io.appenv.operator.model.Corrections;
import io.appenv.operator.model.PlannedAction;
import io.appenv.operator.model.ReplicationGroup;
import io.appenv.operator.model.Timing;
import io.appenv.operator.model.TransitEncryption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is left to be done about who gets into a group. ElastiCache takes a token only where
 * encryption in transit is required, hence after it. It takes all of this at once only, which would
 * hurry what it holds for the maintenance window: then it waits.
 *
 * @param transit steps of encryption in transit
 * @param token calls that give the group another token
 * @param former the call that ends the one before
 * @param asked all of it where a person is asked first, and then nothing of the above
 */
record AccessCalls(
    List<PlannedAction> transit,
    List<PlannedAction> token,
    Optional<PlannedAction> former,
    List<PlannedAction> asked,
    boolean pending) {

  static AccessCalls of(CacheFacts facts, ReplicationGroup group) {
    var corrections = facts.corrections();
    var transit =
        asked(corrections, CacheWishes.TRANSIT_ENCRYPTION, TransitSteps.plan(facts, group), 0);
    var takesToken = !transit.isEmpty() || group.access().transit() == TransitEncryption.REQUIRED;
    var calls = takesToken ? CredentialsReset.plan(facts, group) : List.<PlannedAction>of();
    var token = asked(corrections, CacheWishes.AUTH_TOKEN, calls, 1);
    var former = FormerToken.plan(facts, group, token).filter(_ -> takesToken);
    var all = chain(transit, token, former).toList();
    return all.stream().anyMatch(PlannedAction::asked)
        ? new AccessCalls(List.of(), List.of(), Optional.empty(), all, group.isPending())
        : new AccessCalls(transit, token, former, List.of(), group.isPending());
  }

  /**
   * @param rest calls at the end that only complete what was approved with those before
   */
  private static List<PlannedAction> asked(
      Corrections corrections, String field, List<PlannedAction> calls, int rest) {
    if (!corrections.asked().containsKey(field) || calls.size() <= rest) {
      return calls;
    }
    var first = calls.size() - rest;
    return Stream.concat(
            calls.subList(0, first).stream().map(it -> corrections.asking(it, List.of(field))),
            calls.subList(first, calls.size()).stream())
        .toList();
  }

  /** The token comes after the steps of encryption. */
  private static Stream<PlannedAction> chain(
      List<PlannedAction> transit, List<PlannedAction> token, Optional<PlannedAction> former) {
    return Stream.of(transit.stream(), token.stream(), former.stream()).flatMap(it -> it);
  }

  private boolean isEncrypting() {
    return !transit.isEmpty();
  }

  /** A tag may be written at any time. */
  private boolean isTokenHeld() {
    return pending && token.stream().anyMatch(it -> it.action() instanceof CacheAction.ResetToken);
  }

  /** Before whatever else is changed: all but what waits for the tiers. */
  List<PlannedAction> first() {
    if (isEncrypting()) {
      return pending ? List.of() : transit.subList(0, transit.size() - 1);
    }
    return isTokenHeld() ? List.of() : token;
  }

  /** After what is changed at once. */
  Optional<PlannedAction> beforeDeferred() {
    return dropped().filter(it -> it.timing() == Timing.NOW);
  }

  /** What waits for the tiers, so that it holds up nothing else. */
  List<PlannedAction> last() {
    if (!isEncrypting()) {
      return dropped().filter(it -> it.timing() != Timing.NOW).stream().toList();
    }
    var left = chain(transit, token, former).skip(first().size());
    return pending ? left.map(PlannedAction::afterPrevious).toList() : left.toList();
  }

  private Optional<PlannedAction> dropped() {
    return former.filter(_ -> !pending && !isEncrypting());
  }

  List<PlannedAction> askedLast() {
    return pending ? List.of() : asked;
  }

  /** What waits until AWS has applied what it holds. */
  Optional<String> held() {
    if (!pending) {
      return Optional.empty();
    }
    if (isEncrypting() || !asked.isEmpty()) {
      return Optional.of("transitEncryption is changed");
    }
    return isTokenHeld()
        ? Optional.of("the token of the credentials Secret is set")
        : former.map(_ -> "the former token is dropped");
  }
}
