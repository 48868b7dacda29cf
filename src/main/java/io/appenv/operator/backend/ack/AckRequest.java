package io.appenv.operator.backend.ack;

import io.appenv.operator.model.Action;
import io.appenv.operator.model.CacheAction;
import io.appenv.operator.model.CertificateAction;
import io.appenv.operator.model.DatabaseAction;
import io.appenv.operator.model.DatabaseInstance;
import io.appenv.operator.model.Desired;
import io.appenv.operator.model.DesiredCache;
import io.appenv.operator.model.DesiredDatabase;
import io.appenv.operator.model.Failure;
import io.appenv.operator.model.FailureException;
import io.appenv.operator.model.FileAction;
import io.appenv.operator.model.Observed;
import io.appenv.operator.model.ParameterGroup;
import io.appenv.operator.model.PublicationAction;
import io.appenv.operator.model.Reason;
import io.appenv.operator.model.ReplicationGroup;
import io.appenv.operator.model.ResourceRef;
import io.appenv.operator.model.SecurityGroupAction;
import io.appenv.operator.model.Sighting;
import io.appenv.operator.model.SubnetGroup;
import io.appenv.operator.model.WorkloadAction;
import io.appenv.operator.workload.CredentialsSecret;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the resource of one action has to be, for the controller to make the call the action stands
 * for and no other.
 *
 * @param spec what AWS has now, with what the action changes
 */
record AckRequest(AckKind kind, String name, Action action, Map<String, Object> spec) {

  static AckRequest of(Desired desired, Observed observed, Action action) {
    var target = action.target();
    return new AckRequest(
        AckKind.of(target.kind()),
        target.name(),
        action,
        switch (action) {
          case DatabaseAction database -> new Databases(desired, observed).spec(database);
          case CacheAction cache -> new Caches(desired, observed).spec(cache);
          case SecurityGroupAction group -> throw beyond(group);
          case CertificateAction certificate -> throw beyond(certificate);
          case FileAction file -> throw beyond(file);
          case PublicationAction publication -> throw beyond(publication);
          case WorkloadAction workload -> throw beyond(workload);
        });
  }

  /** The copy that is taken of a group before it is deleted. */
  static AckRequest snapshot(CacheAction.DeleteGroup delete, String name) {
    return new AckRequest(
        AckKind.CACHE_SNAPSHOT, name, delete, AckReplicationGroup.snapshot(delete, name));
  }

  boolean deletes() {
    return switch (action) {
      case DatabaseAction.DeleteInstance _,
          DatabaseAction.DeleteParameterGroup _,
          DatabaseAction.DeleteSubnetGroup _,
          CacheAction.DeleteGroup _,
          CacheAction.DeleteSubnetGroup _ ->
          true;
      default -> false;
    };
  }

  private record Databases(Desired desired, Observed observed) {

    Map<String, Object> spec(DatabaseAction action) {
      return switch (action) {
        case DatabaseAction.CreateSubnetGroup(var wanted) -> subnets(wanted);
        case DatabaseAction.ModifySubnetGroup(var wanted) ->
            AckGroups.databaseSubnets(
                wanted.subnetGroup(), wanted.subnetIds(), subnetGroup(action).tags());
        case DatabaseAction.CreateParameterGroup(var wanted) -> AckGroups.parameters(wanted);
        case DatabaseAction.SetParameters(var _, var settings) ->
            AckGroups.parameters(parameterGroup(action), settings, parameterGroup(action).tags());
        case DatabaseAction.ResetParameters(var _, var settings) ->
            AckGroups.parameters(parameterGroup(action), settings, parameterGroup(action).tags());
        case DatabaseAction.CreateInstance create ->
            AckInstance.created(create, secret(desired, "database"));
        case DatabaseAction.ModifyInstance modify ->
            AckInstance.changed(instance(action), modify.settings(), instance(action).tags());
        case DatabaseAction.DeleteInstance _ ->
            AckInstance.changed(instance(action), List.of(), instance(action).tags());
        case DatabaseAction.DeleteParameterGroup _ ->
            AckGroups.parameters(parameterGroup(action), List.of(), parameterGroup(action).tags());
        case DatabaseAction.DeleteSubnetGroup(var name) ->
            AckGroups.databaseSubnets(
                name, subnetGroup(action).subnetIds(), subnetGroup(action).tags());
        case DatabaseAction.AddTags add -> tagged(add);
        case DatabaseAction.RebootInstance _,
            DatabaseAction.ResetPassword _,
            DatabaseAction.TakeSnapshot _,
            DatabaseAction.RenameInstance _,
            DatabaseAction.CopySnapshot _,
            DatabaseAction.RestoreInstance _,
            DatabaseAction.UpgradeInstance _ ->
            throw beyond(action);
      };
    }

    private static Map<String, Object> subnets(DesiredDatabase wanted) {
      return AckGroups.databaseSubnets(wanted.subnetGroup(), wanted.subnetIds(), wanted.tags());
    }

    private Map<String, Object> tagged(DatabaseAction.AddTags add) {
      return switch (AckKind.of(add.target().kind())) {
        case DATABASE_INSTANCE ->
            AckInstance.changed(instance(add), List.of(), with(instance(add).tags(), add.tags()));
        case DATABASE_PARAMETER_GROUP ->
            AckGroups.parameters(
                parameterGroup(add), List.of(), with(parameterGroup(add).tags(), add.tags()));
        case DATABASE_SUBNET_GROUP ->
            AckGroups.databaseSubnets(
                add.target().name(),
                subnetGroup(add).subnetIds(),
                with(subnetGroup(add).tags(), add.tags()));
        case CACHE_SUBNET_GROUP, REPLICATION_GROUP, CACHE_SNAPSHOT -> throw beyond(add);
      };
    }

    private DatabaseInstance instance(Action action) {
      return seen(observed.database().instance(), action.target());
    }

    private SubnetGroup subnetGroup(Action action) {
      return seen(observed.database().subnetGroup(), action.target());
    }

    private ParameterGroup parameterGroup(Action action) {
      return observed.database().otherParameterGroups().stream()
          .filter(group -> group.name().equals(action.target().name()))
          .findFirst()
          .orElseGet(() -> seen(observed.database().parameterGroup(), action.target()));
    }
  }

  private record Caches(Desired desired, Observed observed) {

    Map<String, Object> spec(CacheAction action) {
      return switch (action) {
        case CacheAction.CreateSubnetGroup(var wanted) -> subnets(wanted);
        case CacheAction.ModifySubnetGroup(var wanted) ->
            AckGroups.cacheSubnets(
                wanted.subnetGroup(), wanted.subnetIds(), subnetGroup(action).tags());
        case CacheAction.CreateGroup create ->
            AckReplicationGroup.created(create, secret(desired, "cache"));
        case CacheAction.ModifyGroup modify ->
            AckReplicationGroup.changed(group(action), modify.settings(), group(action).tags());
        case CacheAction.IncreaseReplicas(var _, var replicas) ->
            AckReplicationGroup.resized(group(action), replicas);
        case CacheAction.DecreaseReplicas(var _, var replicas) ->
            AckReplicationGroup.resized(group(action), replicas);
        case CacheAction.DeleteGroup _ ->
            AckReplicationGroup.changed(group(action), List.of(), group(action).tags());
        case CacheAction.DeleteSubnetGroup(var name) ->
            AckGroups.cacheSubnets(
                name, subnetGroup(action).subnetIds(), subnetGroup(action).tags());
        case CacheAction.AddTags add -> tagged(add);
        case CacheAction.CreateParameterGroup _,
            CacheAction.SetParameters _,
            CacheAction.ResetParameters _,
            CacheAction.DeleteParameterGroup _,
            CacheAction.ResetToken _,
            CacheAction.DropFormerToken _ ->
            throw beyond(action);
      };
    }

    private static Map<String, Object> subnets(DesiredCache wanted) {
      return AckGroups.cacheSubnets(wanted.subnetGroup(), wanted.subnetIds(), wanted.tags());
    }

    private Map<String, Object> tagged(CacheAction.AddTags add) {
      return AckKind.of(add.target().kind()) == AckKind.REPLICATION_GROUP
          ? AckReplicationGroup.changed(group(add), List.of(), with(group(add).tags(), add.tags()))
          : AckGroups.cacheSubnets(
              add.target().name(),
              subnetGroup(add).subnetIds(),
              with(subnetGroup(add).tags(), add.tags()));
    }

    private ReplicationGroup group(Action action) {
      return seen(observed.cache().group(), action.target());
    }

    private SubnetGroup subnetGroup(Action action) {
      return seen(observed.cache().subnetGroup(), action.target());
    }
  }

  /** Where the password is, in the form of ACK. */
  private static Map<String, String> secret(Desired desired, String service) {
    var environment = desired.environment();
    return Map.of(
        "namespace", environment.namespace(),
        "name", CredentialsSecret.name(environment.name(), service),
        "key", CredentialsSecret.PASSWORD_KEY);
  }

  private static Map<String, String> with(Map<String, String> tags, Map<String, String> added) {
    var all = new HashMap<>(tags);
    all.putAll(added);
    return all;
  }

  private static <T> T seen(Sighting<T> sighting, ResourceRef target) {
    return sighting
        .found()
        .orElseThrow(
            () ->
                new FailureException(
                    new Failure.Waiting(
                        target.kind().component(),
                        Reason.OBSERVING,
                        target + " has not been looked at yet")));
  }

  private static IllegalArgumentException beyond(Action action) {
    return new IllegalArgumentException(action.operation() + " is beyond ACK and never planned");
  }
}
