package io.appenv.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The existing network that an environment joins, and how the environment is reached. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"vpc", "subnets", "ingress", "securityGroups", "peers"})
@ValidationRule(
    value = "has(self.securityGroups) || !has(oldSelf.securityGroups)",
    message =
        "the data stores let in pods that carry their security groups and nobody else, so pods "
            + "without them would be shut out; put it back, or create another environment; "
            + "docs/playbooks.md#specnetworksecuritygroups")
public record NetworkSpec(
    @ValidationRule(
            value = "self == oldSelf",
            message =
                "the VPC of an environment cannot be changed, because a database cannot move "
                    + "to another; create another environment and restore a snapshot there; "
                    + "docs/playbooks.md#specnetworkvpcid")
        @JsonPropertyDescription(
            "The VPC, by id or by tags. Nothing of it is changed. Required in Production and "
                + "Staging, not allowed in Development. Change: replacement, refused.")
        @Nullable VpcSelector vpc,
    @JsonPropertyDescription(
            "The subnets of the VPC for the database and the cache, in at least two "
                + "availability zones, by ids or by tags. Default: the VPC's private subnets, "
                + "which are those tagged kubernetes.io/role/internal-elb=1. Not allowed in Development. "
                + "Change: in place.")
        @Nullable SubnetSelector subnets,
    @JsonPropertyDescription(
            "How the environment is reached from outside of the cluster: an application load "
                + "balancer in Production and Staging, a plain Ingress in Development. Default: not "
                + "at all. Change: in place.")
        @Nullable IngressSpec ingress,
    @JsonPropertyDescription(
            "What carries the security groups of the environment. Not allowed in Development. "
                + "Default: nothing; pods carry those of their nodes, and the database and the "
                + "cache the default one of the VPC. Given later, the pods are replaced one after the "
                + "other, and then the database and the cache are closed to all others; it cannot "
                + "be taken back. Change: in place.")
        @Nullable SecurityGroupsSpec securityGroups,
    @Size(max = 20)
        @JsonPropertyDescription(
            "Who may connect from outside of the environment, beside the load balancer; at most "
                + "20. Not allowed in Development. Default: nobody. Change: in place.")
        List<PeerSpec> peers) {

  public NetworkSpec {
    peers = peers == null ? List.of() : List.copyOf(peers);
  }
}
