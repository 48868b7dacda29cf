package io.appenv.operator.backend.ack;

import io.appenv.operator.model.Action;
import io.appenv.operator.model.CacheAction;
import io.appenv.operator.model.CertificateAction;
import io.appenv.operator.model.DatabaseAction;
import io.appenv.operator.model.DatabaseInstance;
import io.appenv.operator.model.Failure;
import io.appenv.operator.model.FileAction;
import io.appenv.operator.model.GroupSetting;
import io.appenv.operator.model.InstanceSetting;
import io.appenv.operator.model.Observed;
import io.appenv.operator.model.PublicationAction;
import io.appenv.operator.model.Reason;
import io.appenv.operator.model.SecurityGroupAction;
import io.appenv.operator.model.WorkloadAction;
import java.util.List;
import java.util.Optional;

/**
 * What the controllers cannot do (rds-controller 1.10.1, elasticache-controller 1.8.0). It is told
 * with the plan, before anything of it is called.
 */
final class AckLimits {

  private AckLimits() {}

  /** Why the controllers cannot make the call of this action; empty where they can. */
  static Optional<Failure> of(Action action, Observed observed) {
    return limit(action, observed)
        .map(
            words ->
                new Failure.Terminal(
                    action.target().kind().component(), Reason.BACKEND_LIMIT, words));
  }

  private static Optional<String> limit(Action action, Observed observed) {
    return switch (action) {
      case DatabaseAction database -> limit(database, observed);
      case CacheAction cache -> limit(cache);
      // No certificate is planned with this backend.
      case SecurityGroupAction _,
          CertificateAction _,
          FileAction _,
          PublicationAction _,
          WorkloadAction _ ->
          Optional.empty();
    };
  }

  private static Optional<String> limit(DatabaseAction action, Observed observed) {
    return switch (action) {
      case DatabaseAction.ModifyInstance modify -> limit(modify, observed);
      case DatabaseAction.RebootInstance(var identifier, var _) ->
          Optional.of(
              "ACK restarts no database, and changed parameters wait for a restart; restart %s yourself when it suits (RebootDBInstance)"
                  .formatted(identifier));
      case DatabaseAction.ResetPassword(var identifier) ->
          Optional.of(
              "ACK does not set the password of a database anew, and the credentials Secret is another one than %s knows; put the former Secret back, or set the password yourself and tag the instance appenv.io/credentials with the UID of the Secret"
                  .formatted(identifier));
      case DatabaseAction.RenameInstance _,
          DatabaseAction.CopySnapshot _,
          DatabaseAction.RestoreInstance _ ->
          Optional.of(
              "ACK does not give a database another name, so no copy can take its place; follow docs/playbooks.md#specdatabasekmskeyid, or use backend SDK");
      case DatabaseAction.TakeSnapshot _ ->
          Optional.of("ACK takes no snapshot that is kept, which comes before an upgrade");
      case DatabaseAction.UpgradeInstance(var identifier, var version, var _, var _, var _) ->
          Optional.of(
              "ACK does not exchange the parameter group together with the major version; upgrade %s to PostgreSQL %s yourself, or use backend SDK"
                  .formatted(identifier, version));
      case DatabaseAction.CreateSubnetGroup _,
          DatabaseAction.ModifySubnetGroup _,
          DatabaseAction.CreateParameterGroup _,
          DatabaseAction.SetParameters _,
          DatabaseAction.ResetParameters _,
          DatabaseAction.CreateInstance _,
          DatabaseAction.DeleteInstance _,
          DatabaseAction.DeleteParameterGroup _,
          DatabaseAction.DeleteSubnetGroup _,
          DatabaseAction.AddTags _ ->
          Optional.empty();
    };
  }

  /**
   * The controller sends only what differs. RDS wants size and IOPS together wherever it takes
   * IOPS.
   */
  private static Optional<String> limit(DatabaseAction.ModifyInstance modify, Observed observed) {
    var seen = observed.database().instance().found();
    return seen.filter(it -> namesWhatIsSo(modify.settings(), it))
        .map(
            it ->
                "ACK sends either storage or iops of %s, and RDS takes them together only; change both, or make this change yourself"
                    .formatted(it.identifier()));
  }

  private static boolean namesWhatIsSo(List<InstanceSetting> settings, DatabaseInstance instance) {
    return settings.contains(new InstanceSetting.Storage(instance.storageGib()))
        || settings.contains(new InstanceSetting.Iops(instance.iops()));
  }

  private static Optional<String> limit(CacheAction action) {
    return switch (action) {
      case CacheAction.ModifyGroup modify ->
          modify.settings().stream().flatMap(it -> limit(it).stream()).findFirst();
      case CacheAction.ResetToken(var identifier) ->
          Optional.of(
              "ACK does not rotate AUTH tokens, and the credentials Secret is another one than cache %s knows; put the former Secret back"
                  .formatted(identifier));
      case CacheAction.DropFormerToken(var identifier) ->
          Optional.of(
              "ACK does not drop the former AUTH token of cache %s; do it yourself (ModifyReplicationGroup with AuthTokenUpdateStrategy SET)"
                  .formatted(identifier));
      case CacheAction.CreateParameterGroup _,
          CacheAction.SetParameters _,
          CacheAction.ResetParameters _,
          CacheAction.DeleteParameterGroup _ ->
          Optional.of(
              "parameter group %s of a cache is not made, changed or deleted through ACK; do it yourself, or remove spec.cache.parameters"
                  .formatted(action.target().name()));
      case CacheAction.CreateSubnetGroup _,
          CacheAction.ModifySubnetGroup _,
          CacheAction.CreateGroup _,
          CacheAction.IncreaseReplicas _,
          CacheAction.DecreaseReplicas _,
          CacheAction.DeleteGroup _,
          CacheAction.DeleteSubnetGroup _,
          CacheAction.AddTags _ ->
          Optional.empty();
    };
  }

  private static Optional<String> limit(GroupSetting setting) {
    return switch (setting) {
      case GroupSetting.SnapshottingCluster(var node) ->
          Optional.of(
              "ACK cannot switch snapshots on for a cache that had none, as it does not name a node to take them of; do it yourself with node %s (SnapshottingClusterId)"
                  .formatted(node));
      case GroupSetting.MinorUpgrades _ ->
          Optional.of("ACK does not switch automatic minor upgrades of a cache on or off");
      // The controller compares them only when something else differs.
      case GroupSetting.SecurityGroups(var ids) ->
          Optional.of(
              "ACK does not change the security groups of a cache; have it carry %s yourself, in the order of docs/operations.md#security-groups (ModifyReplicationGroup with SecurityGroupIds)"
                  .formatted(ids.isEmpty() ? "its own" : String.join(", ", ids)));
      case GroupSetting.ParameterGroup(var name) ->
          Optional.of(
              "parameter group %s is not attached to a cache through ACK; do it yourself, or remove spec.cache.parameters"
                  .formatted(name));
      case GroupSetting.TransitEncryption(var required) ->
          Optional.of(
              "ACK does not change encryption in transit of a cache; do it yourself (ModifyReplicationGroup with TransitEncryptionMode %s)"
                  .formatted(required ? "required" : "preferred"));
      case GroupSetting.NodeType _,
          GroupSetting.Version _,
          GroupSetting.SnapshotRetention _,
          GroupSetting.SnapshotWindow _,
          GroupSetting.MaintenanceWindow _,
          GroupSetting.Failover _ ->
          Optional.empty();
    };
  }
}
