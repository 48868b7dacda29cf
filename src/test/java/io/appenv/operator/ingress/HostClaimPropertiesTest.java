package io.appenv.operator.ingress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whoever wants or has a host, one of them gets it. */
class HostClaimPropertiesTest {

  private static final String HOST = "shop.example.com";

  @Provide
  Arbitrary<List<HostClaim>> claims() {
    var hosts = Arbitraries.of(HOST, "other.example.com").optional();
    return Combinators.combine(
            Arbitraries.of("a", "b", "c", "d", "e"),
            Arbitraries.of("2026-01-01T00:00:00Z", "2026-01-02T00:00:00Z"),
            hosts,
            hosts)
        .as(HostClaim::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(5)
        .uniqueElements(HostClaim::uid);
  }

  @Property
  void atMostOneOfThoseThatWantAHostHasIt(@ForAll("claims") List<HostClaim> claims) {
    var having =
        claims.stream()
            .filter(claim -> claim.wanted().equals(Optional.of(HOST)))
            .filter(claim -> !claim.isTaken(HOST, claims))
            .toList();

    assertThat(having).hasSizeLessThanOrEqualTo(1);
    if (claims.stream().allMatch(claim -> claim.served().isEmpty())
        && claims.stream().anyMatch(claim -> claim.wanted().equals(Optional.of(HOST)))) {
      assertThat(having).hasSize(1);
    }
  }

  /** Nobody takes a host away by naming it, however long it has been there. */
  @Property
  void whoServesAHostAloneKeepsIt(@ForAll("claims") List<HostClaim> claims) {
    var serving =
        claims.stream().filter(claim -> claim.served().equals(Optional.of(HOST))).toList();
    if (serving.size() == 1) {
      assertThat(serving.getFirst().isTaken(HOST, claims)).isFalse();
      assertThat(claims)
          .filteredOn(claim -> !Objects.equals(claim, serving.getFirst()))
          .allMatch(claim -> claim.isTaken(HOST, claims));
    }
  }

  @Property
  void theOrderInWhichTheyAreLookedAtDoesNotMatter(@ForAll("claims") List<HostClaim> claims) {
    assertThat(claims)
        .allSatisfy(
            claim ->
                assertThat(claim.isTaken(HOST, claims.reversed()))
                    .isEqualTo(claim.isTaken(HOST, claims)));
  }
}
