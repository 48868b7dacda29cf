package io.appenv.operator.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.appenv.operator.model.Consent;
import io.appenv.operator.model.Ownership;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/**
 * The rights for databases and caches of other names reach only what allows it, or was taken over.
 */
class AdoptionPolicyTest {

  private final JsonNode statements = policy().path("Statement");

  @Test
  void everyRightDependsOnATagOfTheDataStore() {
    for (var statement : statements) {
      var condition = statement.path("Condition");
      var consent = condition.path("StringLike").path("aws:ResourceTag/" + Consent.TAG);
      var owner = condition.path("StringEquals").path("aws:ResourceTag/" + Ownership.MANAGED_BY);
      var made = condition.path("StringEquals").path("aws:RequestTag/" + Ownership.MANAGED_BY);

      assertThat(
              consent.asText().equals("*/*")
                  || owner.asText().equals(Ownership.OPERATOR)
                  || made.asText().equals(Ownership.OPERATOR))
          .as(statement.path("Sid").asText())
          .isTrue();
    }
  }

  @Test
  void whatIsNotTakenOverYetIsTaggedAndNothingElse() {
    for (var statement : statements) {
      if (!statement.at("/Condition/StringLike").isMissingNode()) {
        assertThat(statement.path("Action").asText())
            .isIn("rds:AddTagsToResource", "elasticache:AddTagsToResource");
      }
    }
  }

  /** What is called of a database or a cache is called of one of another name, too. */
  @Test
  void whatIsChangedOfOwnDataStoresIsChangedOfAdoptedOnes() {
    assertThat(actions("/Condition/StringEquals"))
        .contains(
            "elasticache:AddTagsToResource",
            "elasticache:DecreaseReplicaCount",
            "elasticache:DeleteReplicationGroup",
            "elasticache:IncreaseReplicaCount",
            "elasticache:ModifyReplicationGroup",
            "rds:AddTagsToResource",
            "rds:DeleteDBInstance",
            "rds:ModifyDBInstance");
  }

  private List<String> actions(String condition) {
    return StreamSupport.stream(statements.spliterator(), false)
        .filter(statement -> !statement.at(condition).isMissingNode())
        .map(statement -> statement.path("Action"))
        .flatMap(
            action ->
                action.isTextual()
                    ? Stream.of(action)
                    : StreamSupport.stream(action.spliterator(), false))
        .map(JsonNode::asText)
        .toList();
  }

  private static JsonNode policy() {
    try {
      return new ObjectMapper()
          .readTree(Manifests.DEPLOY.resolve("aws/adoption-policy.json").toFile());
    } catch (IOException unreadable) {
      throw new IllegalStateException("cannot read the policy", unreadable);
    }
  }
}
