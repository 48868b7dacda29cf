package io.appenv.operator.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A call to EC2 about a security group. */
public sealed interface SecurityGroupAction extends Action {

  /** The name of the group. */
  String name();

  @Override
  default ResourceRef target() {
    return new ResourceRef(ResourceKind.SECURITY_GROUP, name());
  }

  /** Makes a group that lets nobody in. */
  record Create(DesiredSecurityGroup desired, String vpcId) implements SecurityGroupAction {
    @Override
    public String name() {
      return desired.name();
    }

    @Override
    public String operation() {
      return "CreateSecurityGroup";
    }

    @Override
    public boolean creates() {
      return true;
    }
  }

  /**
   * Lets somebody in.
   *
   * @param id empty while the group, or one that its rules are about, is still to be made
   * @param rules new ones only, as EC2 refuses all of them where it knows one
   */
  record Authorize(String name, Optional<String> id, List<IngressRule> rules)
      implements SecurityGroupAction {
    public Authorize {
      rules = List.copyOf(rules);
    }

    @Override
    public String operation() {
      return "AuthorizeSecurityGroupIngress";
    }
  }

  /** Lets somebody in no more; connections that are open may stay so. */
  record Revoke(String name, String id, List<IngressRule> rules) implements SecurityGroupAction {
    public Revoke {
      rules = List.copyOf(rules);
    }

    @Override
    public String operation() {
      return "RevokeSecurityGroupIngress";
    }
  }

  /** Adds or overwrites the given tags; others are left as they are. */
  record AddTags(String name, String id, Map<String, String> tags) implements SecurityGroupAction {
    public AddTags {
      tags = Map.copyOf(tags);
    }

    @Override
    public String operation() {
      return "CreateTags";
    }
  }

  /** Refused by EC2 while something carries the group, or a rule of another one names it. */
  record Delete(String name, String id) implements SecurityGroupAction {
    @Override
    public String operation() {
      return "DeleteSecurityGroup";
    }
  }
}
