package io.appenv.operator.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.appenv.operator.model.Consent;
import io.appenv.operator.model.Ownership;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The rights for databases of other names reach only what allows it, or was taken over. */
class AdoptionPolicyTest {

  private final JsonNode statements = policy().path("Statement");

  @Test
  void everyRightDependsOnATagOfTheDatabase() {
    for (var statement : statements) {
      var condition = statement.path("Condition");
      var consent = condition.path("StringLike").path("aws:ResourceTag/" + Consent.TAG);
      var owner = condition.path("StringEquals").path("aws:ResourceTag/" + Ownership.MANAGED_BY);

      assertThat(consent.asText().equals("*/*") || owner.asText().equals(Ownership.OPERATOR))
          .as(statement.path("Sid").asText())
          .isTrue();
    }
  }

  @Test
  void whatIsNotTakenOverYetIsTaggedAndNothingElse() {
    for (var statement : statements) {
      if (!statement.at("/Condition/StringLike").isMissingNode()) {
        assertThat(statement.path("Action").asText()).isEqualTo("rds:AddTagsToResource");
      }
    }
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
