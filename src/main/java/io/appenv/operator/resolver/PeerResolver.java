package io.appenv.operator.resolver;

import io.appenv.operator.api.v1alpha1.AppEnvironmentSpec;
import io.appenv.operator.api.v1alpha1.NetworkSpec;
import io.appenv.operator.api.v1alpha1.PeerSpec;
import io.appenv.operator.api.v1alpha1.PodGroupsSpec;
import io.appenv.operator.api.v1alpha1.SecurityGroupsSpec;
import io.appenv.operator.model.DesiredCache;
import io.appenv.operator.model.DesiredDatabase;
import io.appenv.operator.model.DesiredPeer;
import io.appenv.operator.model.RuleSource;
import io.appenv.operator.model.SecurityGroupRole;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads {@code spec.network.peers}. */
final class PeerResolver {

  private static final String FIELD = "spec.network.peers";
  private static final Pattern GROUP = Pattern.compile("sg-[0-9a-f]+");

  /** What the API server has looked at closely; here it is only told from other things. */
  private static final Pattern RANGE = Pattern.compile("[0-9a-f.:]+/[0-9]{1,3}");

  private final Problems problems;
  private final AppEnvironmentSpec spec;

  PeerResolver(Problems problems, AppEnvironmentSpec spec) {
    this.problems = problems;
    this.spec = spec;
  }

  /** What pods carry beside the group of their tier. */
  static Optional<String> clusterGroup(AppEnvironmentSpec spec) {
    return Optional.ofNullable(spec.network())
        .map(NetworkSpec::securityGroups)
        .map(SecurityGroupsSpec::pods)
        .map(PodGroupsSpec::clusterGroup);
  }

  List<DesiredPeer> resolve() {
    return spec.network() == null
        ? List.of()
        : spec.network().peers().stream().flatMap(peer -> resolve(peer).stream()).toList();
  }

  private Optional<DesiredPeer> resolve(PeerSpec peer) {
    var to = problems.required(FIELD + ".to", peer.to(), "", "write database, cache or a tier");
    var source =
        problems.parsed(
            FIELD + ".from",
            peer.from(),
            Optional.<RuleSource>empty(),
            text -> source(text).map(Optional::of),
            "write a range such as 10.0.0.0/16, or the id of a security group");
    if (!isKnown(to)) {
      problems.add(
          FIELD
              + ".to is "
              + Problems.quoted(to)
              + "; write database or cache, where they have groups of their own, or the name of a"
              + " tier");
    }
    var ports = ports(to, peer.ports());
    if (ports.isEmpty()) {
      problems.add(FIELD + ".ports is empty; write the ports of the tier");
    }
    return source.map(from -> new DesiredPeer(new SecurityGroupRole(to), from, ports));
  }

  private static Optional<RuleSource> source(String text) {
    if (GROUP.matcher(text).matches()) {
      return Optional.of(new RuleSource.OfGroup(text));
    }
    return RANGE.matcher(text).matches()
        ? Optional.of(new RuleSource.OfRange(text))
        : Optional.empty();
  }

  private boolean isKnown(String to) {
    return switch (to) {
      case "database" -> isCarried() && spec.database() != null;
      case "cache" -> isCarried() && spec.cache() != null;
      default -> spec.tiers().stream().anyMatch(tier -> to.equals(tier.name()));
    };
  }

  /** Otherwise data stores have groups that are no matter of the operator. */
  private boolean isCarried() {
    return spec.network() != null && spec.network().securityGroups() != null;
  }

  private static List<Integer> ports(String to, List<Integer> declared) {
    return switch (to) {
      case "database" -> List.of(DesiredDatabase.PORT);
      case "cache" -> List.of(DesiredCache.PORT);
      default -> declared;
    };
  }
}
