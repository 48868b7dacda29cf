package io.appenv.operator.resolver;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.model.Failure;
import io.appenv.operator.model.Reason;
import io.appenv.operator.model.Sighting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkResolverTest {

  private static final String DEFAULT = "network: {vpc: {id: vpc-1}}";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "vpc: {id: vpc-9} | VPC_NOT_FOUND | vpc-9",
        "vpc: {tags: {team: none}} | VPC_NOT_FOUND | {team=none}",
        "vpc: {tags: {team: shop}} | VPC_NOT_FOUND | vpc-1, vpc-2",
        "vpc: {id: vpc-2} | SUBNETS_NOT_FOUND | kubernetes.io/role/internal-elb=1",
        "vpc: {id: vpc-1}, subnets: {ids: [subnet-a, subnet-x]} | SUBNETS_NOT_FOUND | subnet-x",
        "vpc: {id: vpc-1}, subnets: {tags: {no: tag}} | SUBNETS_NOT_FOUND | {no=tag}",
        "vpc: {id: vpc-1}, subnets: {tags: {public: 'yes'}} | TOO_FEW_ZONES | ap-northeast-1d",
      })
  void aNetworkThatDoesNotFitSaysWhatWasLookedFor(String network, Reason reason, String sought) {
    var resolution = resolve(network);

    assertThat(resolution.desired()).isEmpty();
    assertThat(resolution.effective()).isPresent();
    assertThat(resolution.failures()).hasSize(1);
    assertThat(resolution.failures().getFirst()).isInstanceOf(Failure.Terminal.class);
    assertThat(resolution.failures().getFirst().reason()).isEqualTo(reason);
    assertThat(resolution.failures().getFirst().message()).contains(sought);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "vpc: {id: vpc-1} | subnet-a,subnet-c",
        "vpc: {id: vpc-1}, subnets: {ids: [subnet-a, subnet-p]} | subnet-a,subnet-p",
      })
  void subnetsAreFoundByRoleOrId(String network, String expected) {
    var desired = resolve(network).desired().orElseThrow();

    assertThat(desired.cache().orElseThrow().subnetIds())
        .containsExactlyInAnyOrder(expected.split(",", -1));
  }

  @Test
  void aRegionNobodyHasListedIsWaitedFor() {
    var resolution =
        new Resolver()
            .resolve(
                Specs.environment(Specs.PRODUCTION),
                "cluster-1",
                Sighting.unseen(),
                CredentialIds.none());

    assertThat(resolution.failures()).hasSize(1);
    assertThat(resolution.failures().getFirst()).isInstanceOf(Failure.Waiting.class);
    assertThat(resolution.failures().getFirst().reason()).isEqualTo(Reason.OBSERVING);
  }

  private static Resolution resolve(String network) {
    return Specs.resolve(Specs.PRODUCTION.replace(DEFAULT, "network: {" + network + "}"));
  }
}
