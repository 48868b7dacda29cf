package io.appenv.operator.cache;

import io.appenv.operator.model.CacheAction.ModifyGroup;
import io.appenv.operator.model.CacheParameters;
import io.appenv.operator.model.DesiredCache;
import io.appenv.operator.model.GroupAccess;
import io.appenv.operator.model.GroupOrigin;
import io.appenv.operator.model.GroupSetting;
import io.appenv.operator.model.ReplicationGroup;
import io.appenv.operator.model.TransitEncryption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** A replication group that accepts, defers and refuses changes as ElastiCache does. */
final class SimulatedGroup {

  String status = "creating";
  String engineVersion;
  String nodeType;
  int nodes;
  boolean automaticFailover;
  boolean multiAz;
  boolean autoMinorVersionUpgrade;
  int snapshotRetentionDays;
  String snapshotWindow;
  String maintenanceWindow;
  Optional<String> pendingNodeType = Optional.empty();
  Optional<String> pendingEngineVersion = Optional.empty();
  boolean pendingOthers;
  GroupOrigin origin = new GroupOrigin(false, false, true, false);
  GroupAccess access = new GroupAccess(TransitEncryption.REQUIRED, true);

  /** How often it was given a token after its first. */
  int tokens;

  boolean takesFormerToken;

  Map<String, String> tags;
  private final String identifier;
  private final String subnetGroup;
  private final SimulatedParameters parameters;
  String parameterGroup;

  /** Held for the window beside a version, of which AWS tells nothing. */
  private Optional<String> pendingParameterGroup = Optional.empty();

  SimulatedGroup(DesiredCache desired, SimulatedParameters parameters) {
    this.parameters = parameters;
    parameterGroup =
        desired.parameters().values().isPresent()
            ? desired.parameters().group()
            : "default." + desired.parameters().family();
    refuseUnless(
        parameters.family(parameterGroup).equals(desired.parameters().family()), "another family");
    identifier = desired.identifier();
    subnetGroup = desired.subnetGroup();
    engineVersion = full(desired.version());
    nodeType = desired.nodeType();
    nodes = desired.nodes();
    automaticFailover = desired.automaticFailover();
    multiAz = desired.automaticFailover();
    snapshotRetentionDays = desired.snapshotRetentionDays();
    snapshotWindow = desired.snapshotWindow();
    maintenanceWindow = desired.maintenanceWindow();
    tags = new HashMap<>(desired.tags());
  }

  ReplicationGroup seen() {
    return new ReplicationGroup(
        identifier,
        "arn:aws:elasticache:ap-northeast-1:123456789012:replicationgroup:" + identifier,
        status,
        engineVersion,
        nodeType,
        nodes,
        automaticFailover,
        multiAz,
        Optional.of(autoMinorVersionUpgrade),
        snapshotRetentionDays,
        snapshotWindow,
        maintenanceWindow,
        subnetGroup,
        parameterGroup,
        origin,
        access,
        Optional.empty(),
        Optional.empty(),
        pendingNodeType,
        pendingEngineVersion,
        pendingOthers,
        Optional.of("2026-01-01T00:00:%02dZ".formatted(tokens)).filter(_ -> access.authenticated()),
        IntStream.rangeClosed(1, nodes).mapToObj(node -> identifier + "-00" + node).toList(),
        tags);
  }

  void modify(ModifyGroup change) {
    begin();
    var named =
        change.settings().stream().anyMatch(GroupSetting.SnapshottingCluster.class::isInstance);
    for (var setting : change.settings()) {
      set(setting, named, change.applyImmediately());
    }
    if (change.applyImmediately()) {
      applyPending();
    } else {
      refuseUnless(
          pendingParameterGroup.isEmpty() || pendingEngineVersion.isPresent(),
          "a parameter group would be deferred unseen");
    }
  }

  private void set(GroupSetting setting, boolean namesNode, boolean immediately) {
    switch (setting) {
      case GroupSetting.SnapshotRetention(var days) -> {
        refuseUnless(
            snapshotRetentionDays > 0 || days == 0 || namesNode, "no node to take snapshots of");
        snapshotRetentionDays = days;
      }
      case GroupSetting.SnapshottingCluster _ -> {}
      case GroupSetting.SnapshotWindow(var window) -> snapshotWindow = window;
      case GroupSetting.MaintenanceWindow(var window) -> maintenanceWindow = window;
      case GroupSetting.Failover(var on) -> {
        refuseUnless(immediately, "failover would be deferred unseen");
        refuseUnless(nodes > 1 || !on, "failover needs a replica");
        failOver(on);
      }
      case GroupSetting.TransitEncryption(var required) -> encrypt(required, immediately);
      case GroupSetting.SecurityGroups(var ids) -> {
        refuseUnless(immediately, "security groups would be deferred unseen");
        refuseUnless(!ids.isEmpty(), "no security group");
        access = new GroupAccess(access.transit(), access.authenticated(), ids);
      }
      case GroupSetting.MinorUpgrades(var on) -> autoMinorVersionUpgrade = on;
      case GroupSetting.ParameterGroup(var name) -> pendingParameterGroup = Optional.of(name);
      case GroupSetting.NodeType(var name) ->
          pendingNodeType = Optional.of(name).filter(value -> !value.equals(nodeType));
      case GroupSetting.Version(var version) ->
          pendingEngineVersion =
              Optional.of(full(version)).filter(value -> !value.equals(engineVersion));
    }
  }

  /** 7.0 stands for the last of its patches. */
  private static String full(String version) {
    return version + (version.equals("7.0") ? ".7" : ".0");
  }

  private void encrypt(boolean required, boolean immediately) {
    refuseUnless(immediately, "encryption in transit is changed at once only");
    refuseUnless(!access.authenticated(), "not with access control");
    refuseUnless(!engineVersion.startsWith("6"), "a version without modes");
    refuseUnless(
        access.transit() == (required ? TransitEncryption.PREFERRED : TransitEncryption.NONE),
        "the steps are two");
    access =
        new GroupAccess(
            required ? TransitEncryption.REQUIRED : TransitEncryption.PREFERRED,
            false,
            access.securityGroups());
  }

  private void failOver(boolean on) {
    automaticFailover = on;
    multiAz = on;
  }

  /** Beside a former token, or beside none. */
  void rotateToken() {
    refuseUnless(access.transit() == TransitEncryption.REQUIRED, "a token needs TLS");
    changeToken();
    access = new GroupAccess(TransitEncryption.REQUIRED, true, access.securityGroups());
    takesFormerToken = true;
  }

  void dropFormerToken() {
    refuseUnless(takesFormerToken, "a token is set only after one was rotated");
    changeToken();
    takesFormerToken = false;
  }

  private void changeToken() {
    begin();
    applyPending();
    tokens++;
  }

  /** ElastiCache takes tags as a change. */
  void tag(Map<String, String> added) {
    begin();
    tags.putAll(added);
  }

  void replicas(int replicas) {
    begin();
    refuseUnless(replicas > 0 || !automaticFailover, "failover needs a replica");
    nodes = replicas + 1;
  }

  void begin() {
    refuseUnless(status.equals("available"), "is " + status);
    status = "modifying";
  }

  void applyPending() {
    refuseUnless(!pendingOthers, "something unknown would be applied with it");
    pendingNodeType.ifPresent(value -> nodeType = value);
    pendingEngineVersion.ifPresent(this::upgrade);
    pendingParameterGroup.ifPresent(this::attach);
    pendingParameterGroup = Optional.empty();
    pendingNodeType = Optional.empty();
    pendingEngineVersion = Optional.empty();
  }

  /** A default group gives way to that of the new family, any other has to be replaced with it. */
  private void upgrade(String version) {
    var family = CacheParameters.family(version);
    if (parameterGroup.startsWith("default.")) {
      parameterGroup = "default." + family;
    }
    refuseUnless(
        pendingParameterGroup
            .map(parameters::family)
            .orElseGet(() -> parameters.family(parameterGroup))
            .equals(family),
        "parameters of another family");
    engineVersion = version;
  }

  private void attach(String name) {
    refuseUnless(
        parameters.family(name).equals(CacheParameters.family(engineVersion)), "another family");
    parameterGroup = name;
  }

  static void refuseUnless(boolean accepted, String why) {
    if (!accepted) {
      throw new AssertionError("AWS would refuse: " + why);
    }
  }
}
