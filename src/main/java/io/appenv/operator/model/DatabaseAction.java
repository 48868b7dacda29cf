package io.appenv.operator.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The writes to Amazon RDS. */
public sealed interface DatabaseAction extends Action {

  /** About one instance that exists. */
  sealed interface OnInstance extends DatabaseAction {
    String identifier();

    @Override
    default ResourceRef target() {
      return new ResourceRef(ResourceKind.DATABASE_INSTANCE, identifier());
    }
  }

  /** Made by AWS at once, and so held by the operator until its window opens. */
  sealed interface InWindow extends OnInstance {
    WeeklyWindow opening();

    @Override
    default Optional<WeeklyWindow> window() {
      return Optional.of(opening());
    }
  }

  record CreateSubnetGroup(DesiredDatabase desired) implements DatabaseAction {
    @Override
    public ResourceRef target() {
      return new ResourceRef(ResourceKind.DATABASE_SUBNET_GROUP, desired.subnetGroup());
    }

    @Override
    public String operation() {
      return "CreateDBSubnetGroup";
    }

    @Override
    public boolean creates() {
      return true;
    }
  }

  record ModifySubnetGroup(DesiredDatabase desired) implements DatabaseAction {
    @Override
    public ResourceRef target() {
      return new ResourceRef(ResourceKind.DATABASE_SUBNET_GROUP, desired.subnetGroup());
    }

    @Override
    public String operation() {
      return "ModifyDBSubnetGroup";
    }
  }

  record CreateParameterGroup(DesiredDatabase desired) implements DatabaseAction {
    @Override
    public ResourceRef target() {
      return new ResourceRef(ResourceKind.DATABASE_PARAMETER_GROUP, desired.parameterGroup());
    }

    @Override
    public String operation() {
      return "CreateDBParameterGroup";
    }

    @Override
    public boolean creates() {
      return true;
    }
  }

  /** Sets the given parameters; others are left as they are. */
  record SetParameters(String parameterGroup, List<ParameterSetting> parameters)
      implements DatabaseAction {
    public SetParameters {
      parameters = List.copyOf(parameters);
    }

    @Override
    public ResourceRef target() {
      return new ResourceRef(ResourceKind.DATABASE_PARAMETER_GROUP, parameterGroup);
    }

    @Override
    public String operation() {
      return "ModifyDBParameterGroup";
    }
  }

  /** Gives the given parameters the defaults of the family; others are left as they are. */
  record ResetParameters(String parameterGroup, List<ParameterSetting> parameters)
      implements DatabaseAction {
    public ResetParameters {
      parameters = List.copyOf(parameters);
    }

    @Override
    public ResourceRef target() {
      return new ResourceRef(ResourceKind.DATABASE_PARAMETER_GROUP, parameterGroup);
    }

    @Override
    public String operation() {
      return "ResetDBParameterGroup";
    }
  }

  /**
   * Makes an instance.
   *
   * @param securityGroups ids; none for the default one of the VPC
   */
  record CreateInstance(DesiredDatabase desired, List<String> securityGroups)
      implements DatabaseAction {
    public CreateInstance {
      securityGroups = List.copyOf(securityGroups);
    }

    public CreateInstance(DesiredDatabase desired) {
      this(desired, List.of());
    }

    @Override
    public ResourceRef target() {
      return new ResourceRef(ResourceKind.DATABASE_INSTANCE, desired.identifier());
    }

    @Override
    public String operation() {
      return "CreateDBInstance";
    }

    @Override
    public boolean creates() {
      return true;
    }
  }

  /**
   * Settings of one instance that travel in one call; all others stay as they are.
   *
   * @param window the window it is made in, where nobody but the operator can put it off
   */
  record ModifyInstance(
      String identifier,
      List<InstanceSetting> settings,
      boolean applyImmediately,
      Optional<WeeklyWindow> window)
      implements OnInstance {

    public ModifyInstance {
      settings = List.copyOf(settings);
    }

    /** One that AWS puts off, or that is made at any time. */
    public ModifyInstance(
        String identifier, List<InstanceSetting> settings, boolean applyImmediately) {
      this(identifier, settings, applyImmediately, Optional.empty());
    }

    @Override
    public String operation() {
      return "ModifyDBInstance";
    }
  }

  /** Restarts the engine where it runs; AWS does so at once, hence the window. */
  record RebootInstance(String identifier, WeeklyWindow opening) implements InWindow {
    @Override
    public String operation() {
      return "RebootDBInstance";
    }
  }

  /** Takes a snapshot that is kept; AWS does so at once, hence the window. */
  record TakeSnapshot(
      String identifier, String snapshot, Map<String, String> tags, WeeklyWindow opening)
      implements InWindow {

    public TakeSnapshot {
      tags = Map.copyOf(tags);
    }

    @Override
    public String operation() {
      return "CreateDBSnapshot";
    }
  }

  /**
   * Upgrades to another major version, at once, hence the window.
   *
   * @param version of the engine, major and minor
   * @param parameterGroup of the family of that version
   * @param autoMinorVersionUpgrade whether AWS raises the minor version by itself from then on
   */
  record UpgradeInstance(
      String identifier,
      String version,
      String parameterGroup,
      boolean autoMinorVersionUpgrade,
      WeeklyWindow opening)
      implements InWindow {

    @Override
    public String operation() {
      return "ModifyDBInstance";
    }
  }

  /**
   * Gives an instance another identifier, and so another endpoint, at once. RDS restarts it: nobody
   * who knows it by its former name keeps a connection.
   */
  record RenameInstance(String identifier, String other) implements OnInstance {
    @Override
    public String operation() {
      return "ModifyDBInstance";
    }
  }

  /** Copies a snapshot, encrypted with another key. */
  record CopySnapshot(String snapshot, String copy, String kmsKeyId, Map<String, String> tags)
      implements DatabaseAction {
    public CopySnapshot {
      tags = Map.copyOf(tags);
    }

    @Override
    public ResourceRef target() {
      return new ResourceRef(ResourceKind.DATABASE_SNAPSHOT, copy);
    }

    @Override
    public String operation() {
      return "CopyDBSnapshot";
    }
  }

  /**
   * Makes an instance of a snapshot.
   *
   * @param likeness the instance that it shall be like
   */
  record RestoreInstance(
      DesiredDatabase desired, String snapshot, DatabaseInstance likeness, Map<String, String> tags)
      implements DatabaseAction {
    public RestoreInstance {
      tags = Map.copyOf(tags);
    }

    @Override
    public ResourceRef target() {
      return new ResourceRef(ResourceKind.DATABASE_INSTANCE, desired.identifier());
    }

    @Override
    public String operation() {
      return "RestoreDBInstanceFromDBSnapshot";
    }
  }

  /** Gives the master user the password of the credentials Secret; applied at once by AWS. */
  record ResetPassword(String identifier) implements OnInstance {
    @Override
    public String operation() {
      return "ModifyDBInstance";
    }
  }

  /**
   * Deletes an instance.
   *
   * @param finalSnapshot empty only where the user confirmed that no copy is wanted
   */
  record DeleteInstance(String identifier, Optional<String> finalSnapshot) implements OnInstance {
    @Override
    public String operation() {
      return "DeleteDBInstance";
    }
  }

  record DeleteParameterGroup(String name) implements DatabaseAction {
    @Override
    public ResourceRef target() {
      return new ResourceRef(ResourceKind.DATABASE_PARAMETER_GROUP, name);
    }

    @Override
    public String operation() {
      return "DeleteDBParameterGroup";
    }
  }

  record DeleteSubnetGroup(String name) implements DatabaseAction {
    @Override
    public ResourceRef target() {
      return new ResourceRef(ResourceKind.DATABASE_SUBNET_GROUP, name);
    }

    @Override
    public String operation() {
      return "DeleteDBSubnetGroup";
    }
  }

  /**
   * Adds or overwrites the given tags; others are left as they are.
   *
   * @param window of the call that they belong to, where that waits for one
   */
  record AddTags(
      ResourceRef target, String arn, Map<String, String> tags, Optional<WeeklyWindow> window)
      implements DatabaseAction {
    public AddTags {
      tags = Map.copyOf(tags);
    }

    public AddTags(ResourceRef target, String arn, Map<String, String> tags) {
      this(target, arn, tags, Optional.empty());
    }

    @Override
    public String operation() {
      return "AddTagsToResource";
    }
  }
}
