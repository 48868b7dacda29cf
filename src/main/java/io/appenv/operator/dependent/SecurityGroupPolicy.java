package io.appenv.operator.dependent;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.Version;
import java.util.List;

/** Which pods carry which security groups, as the VPC resource controller of EKS reads it. */
@Group(SecurityGroupPolicy.GROUP)
@Version(SecurityGroupPolicy.VERSION)
@Kind(SecurityGroupPolicy.KIND)
@Plural("securitygrouppolicies")
public class SecurityGroupPolicy extends CustomResource<SecurityGroupPolicy.Spec, Void>
    implements Namespaced {

  private static final long serialVersionUID = 1L;

  public static final String GROUP = "vpcresources.k8s.aws";
  public static final String VERSION = "v1beta1";
  public static final String KIND = "SecurityGroupPolicy";

  /** The pods, and what they carry instead of the groups of their node. */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record Spec(LabelSelector podSelector, Groups securityGroups) {}

  /**
   * @param groupIds at least one
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record Groups(List<String> groupIds) {
    public Groups {
      groupIds = groupIds == null ? List.of() : List.copyOf(groupIds);
    }
  }
}
