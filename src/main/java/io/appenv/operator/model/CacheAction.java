package io.appenv.operator.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The writes to Amazon ElastiCache. */
public sealed interface CacheAction extends Action {

  record CreateSubnetGroup(DesiredCache desired) implements CacheAction {
    @Override
    public ResourceRef target() {
      return new ResourceRef(ResourceKind.CACHE_SUBNET_GROUP, desired.subnetGroup());
    }

    @Override
    public String operation() {
      return "CreateCacheSubnetGroup";
    }

    @Override
    public boolean creates() {
      return true;
    }
  }

  record ModifySubnetGroup(DesiredCache desired) implements CacheAction {
    @Override
    public ResourceRef target() {
      return new ResourceRef(ResourceKind.CACHE_SUBNET_GROUP, desired.subnetGroup());
    }

    @Override
    public String operation() {
      return "ModifyCacheSubnetGroup";
    }
  }

  record CreateParameterGroup(DesiredCache desired) implements CacheAction {
    @Override
    public ResourceRef target() {
      return new ResourceRef(ResourceKind.CACHE_PARAMETER_GROUP, desired.parameters().group());
    }

    @Override
    public String operation() {
      return "CreateCacheParameterGroup";
    }

    @Override
    public boolean creates() {
      return true;
    }
  }

  /** Sets the given parameters; others are left as they are. */
  record SetParameters(String parameterGroup, List<ParameterSetting> parameters)
      implements CacheAction {
    public SetParameters {
      parameters = List.copyOf(parameters);
    }

    @Override
    public ResourceRef target() {
      return new ResourceRef(ResourceKind.CACHE_PARAMETER_GROUP, parameterGroup);
    }

    @Override
    public String operation() {
      return "ModifyCacheParameterGroup";
    }
  }

  /** Gives the given parameters the defaults of the family; others are left as they are. */
  record ResetParameters(String parameterGroup, List<ParameterSetting> parameters)
      implements CacheAction {
    public ResetParameters {
      parameters = List.copyOf(parameters);
    }

    @Override
    public ResourceRef target() {
      return new ResourceRef(ResourceKind.CACHE_PARAMETER_GROUP, parameterGroup);
    }

    @Override
    public String operation() {
      return "ResetCacheParameterGroup";
    }
  }

  record DeleteParameterGroup(String name) implements CacheAction {
    @Override
    public ResourceRef target() {
      return new ResourceRef(ResourceKind.CACHE_PARAMETER_GROUP, name);
    }

    @Override
    public String operation() {
      return "DeleteCacheParameterGroup";
    }
  }

  /** Makes a group, with security groups by their ids; none are for the default one of the VPC. */
  record CreateGroup(DesiredCache desired, List<String> securityGroups) implements CacheAction {
    public CreateGroup {
      securityGroups = List.copyOf(securityGroups);
    }

    @Override
    public ResourceRef target() {
      return new ResourceRef(ResourceKind.REPLICATION_GROUP, desired.identifier());
    }

    @Override
    public String operation() {
      return "CreateReplicationGroup";
    }

    @Override
    public boolean creates() {
      return true;
    }
  }

  /**
   * Settings of one replication group that travel in one call; all others stay as they are.
   *
   * @param window the window it is made in, where nobody but the operator can put it off
   */
  record ModifyGroup(
      String identifier,
      List<GroupSetting> settings,
      boolean applyImmediately,
      Optional<WeeklyWindow> window)
      implements CacheAction {

    public ModifyGroup {
      settings = List.copyOf(settings);
    }

    /** One that AWS puts off, or that is made at any time. */
    public ModifyGroup(String identifier, List<GroupSetting> settings, boolean applyImmediately) {
      this(identifier, settings, applyImmediately, Optional.empty());
    }

    @Override
    public ResourceRef target() {
      return new ResourceRef(ResourceKind.REPLICATION_GROUP, identifier);
    }

    @Override
    public String operation() {
      return "ModifyReplicationGroup";
    }
  }

  /** Gives the group the AUTH token of the credentials Secret beside the one it has (ROTATE). */
  record ResetToken(String identifier) implements CacheAction {
    @Override
    public ResourceRef target() {
      return new ResourceRef(ResourceKind.REPLICATION_GROUP, identifier);
    }

    @Override
    public String operation() {
      return "ModifyReplicationGroup";
    }
  }

  /** Makes the AUTH token that the group was last given the only one it takes (SET). */
  record DropFormerToken(String identifier) implements CacheAction {
    @Override
    public ResourceRef target() {
      return new ResourceRef(ResourceKind.REPLICATION_GROUP, identifier);
    }

    @Override
    public String operation() {
      return "ModifyReplicationGroup";
    }
  }

  /** Adds replicas; AWS applies it at once. */
  record IncreaseReplicas(String identifier, int replicas) implements CacheAction {
    @Override
    public ResourceRef target() {
      return new ResourceRef(ResourceKind.REPLICATION_GROUP, identifier);
    }

    @Override
    public String operation() {
      return "IncreaseReplicaCount";
    }
  }

  /** Removes replicas, never the primary; AWS applies it at once. */
  record DecreaseReplicas(String identifier, int replicas) implements CacheAction {
    @Override
    public ResourceRef target() {
      return new ResourceRef(ResourceKind.REPLICATION_GROUP, identifier);
    }

    @Override
    public String operation() {
      return "DecreaseReplicaCount";
    }
  }

  /**
   * Deletes a replication group.
   *
   * @param finalSnapshot empty only where the user confirmed that no copy is wanted
   */
  record DeleteGroup(String identifier, Optional<String> finalSnapshot) implements CacheAction {
    @Override
    public ResourceRef target() {
      return new ResourceRef(ResourceKind.REPLICATION_GROUP, identifier);
    }

    @Override
    public String operation() {
      return "DeleteReplicationGroup";
    }
  }

  record DeleteSubnetGroup(String name) implements CacheAction {
    @Override
    public ResourceRef target() {
      return new ResourceRef(ResourceKind.CACHE_SUBNET_GROUP, name);
    }

    @Override
    public String operation() {
      return "DeleteCacheSubnetGroup";
    }
  }

  /** Adds or overwrites the given tags; others are left as they are. */
  record AddTags(ResourceRef target, String arn, Map<String, String> tags) implements CacheAction {
    public AddTags {
      tags = Map.copyOf(tags);
    }

    @Override
    public String operation() {
      return "AddTagsToResource";
    }
  }
}
