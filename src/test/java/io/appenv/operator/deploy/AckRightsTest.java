package io.appenv.operator.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import java.io.IOException;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** With backend ACK the operator reads AWS, makes security groups and writes ACK resources. */
class AckRightsTest {

  private static final Set<String> WRITES =
      Set.of(
          "ec2:AuthorizeSecurityGroupIngress",
          "ec2:CreateSecurityGroup",
          "ec2:CreateTags",
          "ec2:DeleteSecurityGroup",
          "ec2:RevokeSecurityGroupIngress");

  @Test
  void inAwsItReadsAndMakesSecurityGroups() {
    var all = actions(policy("ack-read-policy"));
    var reads =
        all.stream().filter(it -> !WRITES.contains(it)).collect(Collectors.toUnmodifiableSet());
    assertThat(all).containsAll(WRITES);

    assertThat(reads)
        .isNotEmpty()
        .allMatch(it -> it.matches("[a-z0-9]+:(Describe|List|Get)[A-Za-z]+"));
    assertThat(reads)
        .isEqualTo(
            actions(policy("operator-policy")).stream()
                .filter(
                    it ->
                        it.matches(
                            "(acm:Describe|(cloudwatch|ec2|rds|elasticache):(Describe|List|Get))[A-Za-z]+"))
                .filter(it -> !it.equals("ec2:DescribeNetworkInterfaces"))
                .collect(Collectors.toUnmodifiableSet()));
  }

  @Test
  void inTheClusterItWritesTheResourcesItNeeds() {
    var rules = Manifests.read("ack/cluster-role.yaml", ClusterRole.class).getRules();

    assertThat(rules)
        .flatExtracting(rule -> rule.getResources())
        .containsExactlyInAnyOrder(
            "dbinstances",
            "dbparametergroups",
            "dbsubnetgroups",
            "replicationgroups",
            "cachesubnetgroups",
            "snapshots");
    assertThat(rules)
        .allSatisfy(rule -> assertThat(rule.getVerbs()).doesNotContain("*", "list", "watch"))
        .filteredOn(rule -> rule.getResources().contains("snapshots"))
        .singleElement()
        .satisfies(rule -> assertThat(rule.getVerbs()).doesNotContain("delete"));
  }

  private static Set<String> actions(JsonNode policy) {
    return policy.path("Statement").findValues("Action").stream()
        .flatMap(action -> action.isArray() ? action.valueStream() : Stream.of(action))
        .map(JsonNode::asText)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static JsonNode policy(String name) {
    try {
      return new ObjectMapper()
          .readTree(Manifests.DEPLOY.resolve("aws/" + name + ".json").toFile());
    } catch (IOException unreadable) {
      throw new IllegalStateException("cannot read the policy", unreadable);
    }
  }
}
