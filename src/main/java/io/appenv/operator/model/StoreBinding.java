package io.appenv.operator.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The security groups that a data store which exists shall carry, where AWS tells which it does:
 * its own, and nothing else where the environment made it. One that was taken over keeps those of
 * others, as they may let in clients that nobody here knows, but not those that an environment left
 * which is gone. Groups add up, so the own one comes before any other goes, and that waits until
 * the pods carry theirs.
 *
 * @param wanted the group of its own
 * @param id of that group; empty while it is not there
 * @param complete whether that group lets in all whom it shall let in
 * @param adopted whether the store was made by somebody else
 * @param carried whether all pods carry the groups of their tiers
 * @param groups of this environment, and what its stores carry of other ones
 */
public record StoreBinding(
    DesiredSecurityGroup wanted,
    Optional<String> id,
    boolean complete,
    boolean adopted,
    boolean carried,
    EnvironmentId environment,
    ObservedSecurityGroups groups) {

  /** The setting, by the name that policies of drift know it by. */
  public static final String FIELD = "securityGroups";

  /**
   * A change of what a store carries.
   *
   * @param ids that it carries then; some are missing where the change cannot be made yet
   * @param note what goes on behind it, for people; may be empty
   * @param timing of the call
   */
  public record Change(
      Difference<String> difference, List<String> ids, String note, Timing timing) {
    public Change {
      ids = List.copyOf(ids);
    }

    public String reason() {
      return difference.reason() + note;
    }
  }

  /**
   * Empty where pods carry no groups of ours, as a store that let in these only would shut them
   * out, and where it is not known what groups there are.
   */
  public static Optional<StoreBinding> of(
      Desired desired,
      Observed observed,
      SecurityGroupRole role,
      Custody custody,
      IntentRecord recorded) {
    var groups = observed.securityGroups();
    if (desired.clusterGroup().isEmpty() || groups.isUnseen()) {
      return Optional.empty();
    }
    return desired.securityGroups().stream()
        .filter(it -> it.role().equals(role))
        .findFirst()
        .map(
            wanted ->
                new StoreBinding(
                    wanted,
                    groups.idOf(desired, role),
                    isComplete(desired, groups, wanted),
                    custody.adopted(),
                    recorded.groupsCarried(),
                    desired.environment(),
                    groups));
  }

  private static boolean isComplete(
      Desired desired, ObservedSecurityGroups groups, DesiredSecurityGroup wanted) {
    var accepted =
        groups
            .named(wanted.name())
            .filter(it -> Ownership.owns(desired.environment(), it.tags()))
            .map(SecurityGroup::ingress)
            .orElseGet(Set::of);
    return wanted.rules().stream()
        .allMatch(
            rule ->
                rule.source() instanceof RuleSource.OfRole(var source)
                    ? groups
                        .idOf(desired, source)
                        .map(it -> rule.from(new RuleSource.OfGroup(it)))
                        .filter(accepted::contains)
                        .isPresent()
                    : accepted.contains(rule));
  }

  /** In the order in which they are made. */
  public List<Change> changes(Collection<String> present) {
    if (present.isEmpty()) {
      return List.of();
    }
    var now = new TreeSet<>(present);
    var first = first(now);
    var last = last(now);
    var changes = new ArrayList<Change>();
    if (!first.equals(now)) {
      changes.add(change(now, first, isReady(now) ? Timing.NOW : Timing.AFTER_PREVIOUS));
    }
    if (!last.equals(first)) {
      changes.add(
          change(
              first,
              last,
              !changes.isEmpty() || !isReady(now) ? Timing.AFTER_PREVIOUS : Timing.AFTER_ROLLOUT));
    }
    return changes;
  }

  private Change change(Set<String> from, Set<String> to, Timing timing) {
    return new Change(
        difference(from, to),
        to.stream().filter(it -> !isAwaited(it)).toList(),
        note(from, to),
        timing);
  }

  /** What is left to be changed, whenever that is. */
  public Optional<Difference<String>> difference(Collection<String> present) {
    var now = new TreeSet<>(present);
    return Optional.of(last(now))
        .filter(it -> !now.isEmpty() && !it.equals(now))
        .map(it -> difference(now, it));
  }

  private Difference<String> difference(Set<String> from, Set<String> to) {
    return Difference.inPlace(FIELD, words(from), words(to));
  }

  public Wish wish() {
    return Wish.of(FIELD, wanted.name());
  }

  /**
   * The calls that make groups of environments that are gone its own before they are dropped, so
   * that they are known when nothing carries them.
   */
  public List<PlannedAction> takeovers(Collection<String> present) {
    return leftBehind().of(present).stream()
        .map(
            it ->
                PlannedAction.now(
                    new SecurityGroupAction.AddTags(it.name(), it.id(), tags(it)),
                    "the environment that made it is gone, and left it with this data store",
                    ChangeClass.IN_PLACE))
        .toList();
  }

  private Map<String, String> tags(SecurityGroup group) {
    var tags = new HashMap<>(wanted.tags());
    if (group.tags().containsKey(Ownership.RETAINED)) {
      tags.put(Ownership.RETAINED, "false");
    }
    return tags;
  }

  private boolean isReady(Set<String> present) {
    return id.isPresent() && complete && leftBehind().of(present).isEmpty();
  }

  private Set<String> first(Set<String> now) {
    return carried || adopted ? last(now) : with(now);
  }

  private Set<String> last(Set<String> now) {
    return with(
        adopted ? now.stream().filter(it -> !isFormer(it)).collect(Collectors.toSet()) : Set.of());
  }

  private Set<String> with(Set<String> others) {
    var all = new TreeSet<>(others);
    all.add(own());
    return all;
  }

  /** Its name stands for it while it has no id; one of that name is taken over, not made anew. */
  private String own() {
    return id.or(() -> leftBehind().idOf(wanted.name())).orElse(wanted.name());
  }

  private boolean isAwaited(String group) {
    return id.isEmpty() && group.equals(wanted.name());
  }

  /** Of an environment that is gone, whether it was taken over already or not. */
  private boolean isFormer(String group) {
    return !group.equals(own()) && leftBehind().contains(group);
  }

  private LeftBehindGroups leftBehind() {
    return new LeftBehindGroups(environment, groups);
  }

  /** Ours by their names, which are known before their ids. */
  private String words(Set<String> ids) {
    return ids.isEmpty()
        ? "none"
        : ids.stream().map(this::word).sorted().collect(Collectors.joining(", "));
  }

  private String word(String group) {
    return Stream.concat(groups.all().stream(), groups.ofOthers().stream())
        .filter(it -> it.id().equals(group))
        .map(SecurityGroup::name)
        .findFirst()
        .orElse(group);
  }

  private String note(Set<String> from, Set<String> to) {
    if (adopted) {
      var kept = to.stream().filter(it -> !it.equals(own())).map(this::word).sorted().toList();
      return kept.isEmpty()
          ? ""
          : "; %s stays, as it may let in clients that the spec does not name"
              .formatted(String.join(", ", kept));
    }
    return to.containsAll(from)
        ? ""
        : "; nobody gets in from then on but the tiers that use it, and spec.network.peers";
  }
}
