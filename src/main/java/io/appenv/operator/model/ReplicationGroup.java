package io.appenv.operator.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An ElastiCache replication group, joined with what only its member clusters tell.
 *
 * @param autoMinorVersionUpgrade whether AWS may raise the minor version by itself
 * @param parameterGroup empty where AWS has not told it
 * @param pendingNodeType node type AWS has accepted and applies in the maintenance window
 * @param pendingOthers whether something else is pending, which nobody here asked for
 * @param authTokenModified when the AUTH token was last changed, in AWS's words
 * @param members names of its nodes, replicas last as far as AWS tells which they are
 */
public record ReplicationGroup(
    String identifier,
    String arn,
    String status,
    String engineVersion,
    String nodeType,
    int nodes,
    boolean automaticFailover,
    boolean multiAz,
    Optional<Boolean> autoMinorVersionUpgrade,
    int snapshotRetentionDays,
    String snapshotWindow,
    String maintenanceWindow,
    String subnetGroup,
    String parameterGroup,
    GroupOrigin origin,
    GroupAccess access,
    Optional<Endpoint> primaryEndpoint,
    Optional<Endpoint> readerEndpoint,
    Optional<String> pendingNodeType,
    Optional<String> pendingEngineVersion,
    boolean pendingOthers,
    Optional<String> authTokenModified,
    List<String> members,
    Map<String, String> tags)
    implements DataStore {

  /** The date of the AUTH token of a group that never had one. */
  public static final String NO_TOKEN = "none";

  public ReplicationGroup {
    members = List.copyOf(members);
    tags = Map.copyOf(tags);
  }

  @Override
  public List<String> securityGroups() {
    return access.securityGroups();
  }

  /** Whether the token that it had before its present one is valid still. */
  public boolean acceptsFormerToken() {
    return authTokenModified
        .filter(moment -> moment.equals(tags.get(Ownership.FORMER_TOKEN)))
        .isPresent();
  }

  /**
   * Whether clients without a token are let in until it is remembered that the one of a credentials
   * Secret was given: there is none, or that one is the first and was given beside none.
   *
   * @param secret UID
   */
  public boolean acceptsNoToken(String secret) {
    return !access.authenticated()
        || (secret + "/" + NO_TOKEN).equals(tags.get(Ownership.CREDENTIALS_PENDING));
  }

  /** Whether AWS holds something for the maintenance window. */
  public boolean isPending() {
    return pendingNodeType.isPresent() || pendingEngineVersion.isPresent() || pendingOthers;
  }

  /** The same where nobody told whether AWS may raise the minor version. */
  public ReplicationGroup withoutMinorUpgrades() {
    return with(Optional.empty(), tags);
  }

  /** The same with these tags added, or changed to these. */
  public ReplicationGroup tagged(Map<String, String> added) {
    var all = new HashMap<>(tags);
    all.putAll(added);
    return with(autoMinorVersionUpgrade, all);
  }

  private ReplicationGroup with(Optional<Boolean> minorUpgrades, Map<String, String> allTags) {
    return new ReplicationGroup(
        identifier,
        arn,
        status,
        engineVersion,
        nodeType,
        nodes,
        automaticFailover,
        multiAz,
        minorUpgrades,
        snapshotRetentionDays,
        snapshotWindow,
        maintenanceWindow,
        subnetGroup,
        parameterGroup,
        origin,
        access,
        primaryEndpoint,
        readerEndpoint,
        pendingNodeType,
        pendingEngineVersion,
        pendingOthers,
        authTokenModified,
        members,
        allTags);
  }
}
