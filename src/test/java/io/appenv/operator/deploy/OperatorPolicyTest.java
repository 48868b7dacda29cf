package io.appenv.operator.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The IAM policy allows what the operator calls and what AWS asks for on its behalf, no more. */
class OperatorPolicyTest {

  /** Rights that AWS checks in the course of the operator's calls, though it never calls them. */
  private static final Set<String> CHECKED_BY_AWS =
      Set.of(
          // RDS and ElastiCache look at the network of a subnet group as the caller.
          "ec2:DescribeAvailabilityZones",
          "ec2:DescribeVpcAttribute",
          // Security groups are tagged in the call that makes them.
          "ec2:CreateTags",
          // ElastiCache nodes get network interfaces.
          "ec2:CreateNetworkInterface",
          "ec2:DeleteNetworkInterface",
          "ec2:DescribeNetworkInterfaces",
          // A certificate is tagged as it is asked for.
          "acm:AddTagsToCertificate",
          // A bucket is tagged as it is made, and former versions of objects are deleted.
          "s3:TagResource",
          "s3:DeleteObjectVersion",
          // A final snapshot needs the right to take one.
          "elasticache:CreateSnapshot",
          // Encryption with a customer's key, and the first use of a service in an account.
          "kms:CreateGrant",
          // What is read is decrypted, and many secrets are read in one call.
          "kms:Decrypt",
          "secretsmanager:GetSecretValue",
          "kms:DescribeKey",
          "iam:CreateServiceLinkedRole");

  /** Certificates, configuration and files are for some only, and have policies of their own. */
  private final List<JsonNode> statements =
      Stream.of(
              "operator-policy.json",
              "certificate-policy.json",
              "configuration-policy.json",
              "files-policy.json",
              "publication-policy.json")
          .flatMap(file -> statements(file).stream())
          .toList();

  @Test
  void everyCalledOperationIsAllowed() {
    assertThat(AwsCalls.permissions()).isNotEmpty().isSubsetOf(allowed());
  }

  @Test
  void nothingIsAllowedWithoutAUse() {
    var expected = new TreeSet<>(AwsCalls.permissions());
    expected.addAll(CHECKED_BY_AWS);

    assertThat(allowed()).isEqualTo(expected);
  }

  @Test
  void changesAreLimitedToTheOperatorsNames() {
    for (var statement : statements) {
      if (actions(statement).stream().noneMatch(OperatorPolicyTest::changesDataStores)) {
        continue;
      }
      assertThat(strings(statement.path("Resource")))
          .as(statement.path("Sid").asText())
          .isNotEmpty()
          .allMatch(arn -> arn.contains(":appenv-") || arn.contains(":default"));
    }
  }

  @Test
  void onlyWhatCarriesTheOperatorsTagIsModifiedOrDeleted() {
    for (var statement : statements) {
      if (actions(statement).stream().noneMatch(action -> action.contains(":Modify"))) {
        continue;
      }
      assertThat(
              statement
                  .at("/Condition/StringEquals/aws:ResourceTag~1app.kubernetes.io~1managed-by")
                  .asText())
          .as(statement.path("Sid").asText())
          .isEqualTo("appenv-operator");
    }
  }

  /** Security groups have ids that AWS makes up, so the tag is all there is to tell them by. */
  @Test
  void onlySecurityGroupsWithTheOperatorsTagAreMadeChangedOrDeleted() {
    for (var statement : statements) {
      if (!strings(statement.path("Resource"))
          .equals(List.of("arn:aws:ec2:*:*:security-group/*"))) {
        continue;
      }
      assertThat(statement.at("/Condition/StringEquals").toString())
          .as(statement.path("Sid").asText())
          .matches(
              ".*managed-by\":\"appenv-operator\".*|.*CreateAction\":\"CreateSecurityGroup\".*");
    }
    assertThat(allowed()).contains("ec2:DeleteSecurityGroup");
  }

  /** Names are under a path that environments read from, too, so tags tell what is published. */
  @Test
  void onlyWhatIsPublishedIsWrittenOrDeleted() {
    for (var statement : statements("publication-policy.json")) {
      if (actions(statement).stream().anyMatch(OperatorPolicyTest::changesPublications)) {
        assertThat(statement.at("/Condition/StringEquals").toString())
            .as(statement.path("Sid").asText())
            .contains("managed-by\":\"appenv-operator");
        assertThat(strings(statement.path("Resource")))
            .allMatch(arn -> arn.endsWith("/appenv/*") || arn.endsWith(":appenv/*"));
      }
    }
  }

  private static boolean changesPublications(String action) {
    return action.matches("(ssm|secretsmanager):(Put|Create|Update|Delete|Restore|Add|Tag).*");
  }

  /** The operator's own check of names is not all that keeps it from other secrets. */
  @Test
  void onlyConfigurationOfEnvironmentsIsRead() {
    for (var statement : statements("configuration-policy.json")) {
      if (actions(statement).stream().anyMatch(it -> it.contains(":GetSecretValue"))
          || actions(statement).stream().anyMatch(it -> it.startsWith("ssm:"))) {
        assertThat(strings(statement.path("Resource")))
            .as(statement.path("Sid").asText())
            .allMatch(arn -> arn.endsWith("/appenv/*") || arn.endsWith(":appenv/*"));
      }
    }
  }

  private static boolean changesDataStores(String action) {
    return action.matches(
        "(rds|elasticache|s3):(Create|Modify|Delete|Increase|Decrease|Add|Put).*");
  }

  private Set<String> allowed() {
    var allowed = new TreeSet<String>();
    statements.forEach(statement -> allowed.addAll(actions(statement)));
    assertThat(allowed).noneMatch(action -> action.contains("*"));
    return allowed;
  }

  private static List<String> actions(JsonNode statement) {
    return strings(statement.path("Action"));
  }

  private static List<String> strings(JsonNode oneOrMany) {
    if (oneOrMany.isTextual()) {
      return List.of(oneOrMany.asText());
    }
    var strings = new ArrayList<String>();
    oneOrMany.forEach(one -> strings.add(one.asText()));
    return strings;
  }

  private static List<JsonNode> statements(String file) {
    try {
      var policy = new ObjectMapper().readTree(Manifests.DEPLOY.resolve("aws/" + file).toFile());
      var statements = new ArrayList<JsonNode>();
      policy.path("Statement").forEach(statements::add);
      return statements;
    } catch (IOException unreadable) {
      throw new IllegalStateException("cannot read the policy", unreadable);
    }
  }
}
