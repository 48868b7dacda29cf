package io.appenv.operator.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.appenv.operator.testing.GuideTable;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The template fits the rest of the repository: policies, names, tags and its guide. */
class FoundationTest {

  private static final EmbeddedPolicy OPERATOR = new EmbeddedPolicy("operator-policy.json");
  private static final EmbeddedPolicy CERTIFICATES = new EmbeddedPolicy("certificate-policy.json");
  private static final EmbeddedPolicy CONFIGURATION =
      new EmbeddedPolicy("configuration-policy.json");
  private static final EmbeddedPolicy FILES = new EmbeddedPolicy("files-policy.json");
  private static final EmbeddedPolicy ADOPTION = new EmbeddedPolicy("adoption-policy.json");
  private static final Path GUIDE = Path.of("docs/foundation.md");

  @Test
  void theRolesPoliciesAreTheFiles() {
    OPERATOR.assertIsThatOfTheFile();
    CERTIFICATES.assertIsThatOfTheFile();
    CONFIGURATION.assertIsThatOfTheFile();
    FILES.assertIsThatOfTheFile();
    ADOPTION.assertIsThatOfTheFile();
  }

  /** IAM counts the inline policies of a role together, without white space. */
  @Test
  void oneRoleHoldsAllPolicies() {
    var characters =
        (OPERATOR.text() + CERTIFICATES.text() + CONFIGURATION.text() + ADOPTION.text())
            .replaceAll("\\s", "")
            .length();

    assertThat(characters).isLessThanOrEqualTo(10_240);
  }

  /** The README has operator-policy.json made a managed policy; that of files is one here. */
  @Test
  void aManagedPolicyHoldsEachThatIsOne() {
    assertThat(List.of(OPERATOR, FILES))
        .allSatisfy(
            it -> assertThat(it.text().replaceAll("\\s", "")).hasSizeLessThanOrEqualTo(6_144));
  }

  /** Beyond this, aws cloudformation deploy needs a bucket. */
  @Test
  void itIsDeployedWithoutABucket() {
    assertThat(FoundationTemplate.text()).hasSizeLessThanOrEqualTo(51_200);
  }

  @Test
  void theRoleIsForTheServiceAccountOfTheBase() {
    var account = Manifests.read("base/service-account.yaml", ServiceAccount.class);
    var namespace = Manifests.read("base/namespace.yaml", Namespace.class);
    var identity = FoundationTemplate.properties("OperatorIdentity");
    var trust =
        FoundationTemplate.properties("OperatorRole")
            .at("/AssumeRolePolicyDocument/Statement/0/Condition/StringEquals");

    assertThat(List.of(identity.path("Namespace"), requestTag(trust, "kubernetes-namespace")))
        .extracting(JsonNode::asText)
        .containsOnly(namespace.getMetadata().getName());
    assertThat(
            List.of(
                identity.path("ServiceAccount"), requestTag(trust, "kubernetes-service-account")))
        .extracting(JsonNode::asText)
        .containsOnly(account.getMetadata().getName());
    assertThat(requestTag(trust, "eks-cluster-arn").asText()).endsWith(":cluster/${ClusterName}");
  }

  private static JsonNode requestTag(JsonNode trust, String name) {
    return trust.path("aws:RequestTag/" + name);
  }

  @Test
  void theOverlaysNameItsNetwork() throws IOException {
    var name = FoundationTemplate.json().at("/Parameters/NetworkName/Default").asText();

    assertThat(Files.readString(Manifests.DEPLOY.resolve("overlays/production/environment.yaml")))
        .contains("appenv.io/network: " + name);
  }

  @Test
  void theGuideHasItsParametersAndOutputs() {
    new GuideTable(GUIDE, "## Parameters")
        .assertIs(
            withHead(
                List.of("Parameter", "Default", "Meaning"), FoundationTemplate.parameterRows()));
    new GuideTable(GUIDE, "## Outputs")
        .assertIs(withHead(List.of("Output", "Meaning"), FoundationTemplate.outputRows()));
  }

  private static List<List<String>> withHead(List<String> head, List<List<String>> rows) {
    return Stream.concat(Stream.of(head), rows.stream()).toList();
  }
}
