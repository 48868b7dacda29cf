package io.appenv.operator.cache;

import io.appenv.operator.model.CacheAction;
import io.appenv.operator.model.DataSnapshot;
import io.appenv.operator.model.Listed;
import io.appenv.operator.model.ParameterGroup;
import io.appenv.operator.model.Receipt;
import io.appenv.operator.model.ReplicationGroup;
import io.appenv.operator.model.SubnetGroup;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a backend offers for caches. Listings are complete (every page) and keyed by name; a listing
 * that could not be completed throws. Every method throws {@link
 * io.appenv.operator.model.FailureException}.
 */
public interface CachePort {

  /**
   * Replication groups with their nodes: those that may be ours, and those that are named.
   *
   * @param named of whatever name; of all others neither tags nor nodes are read
   * @param thorough otherwise what only the nodes tell may be as it was in the last such listing,
   *     as long as all groups are available and have the nodes they had
   */
  Listed<ReplicationGroup> groups(String region, Set<String> named, boolean thorough);

  /** All of them, as a cache that is adopted may be in any; of others than ours without tags. */
  Listed<SubnetGroup> subnetGroups(String region);

  /** With all their parameters. */
  Listed<ParameterGroup> parameterGroups(String region);

  /** Manual snapshots. */
  Map<String, DataSnapshot> snapshots(String region);

  /**
   * Makes the one call the action stands for.
   *
   * @param token for actions that set the AUTH token, which fail without it
   */
  Receipt execute(String region, CacheAction action, Optional<String> token);
}
