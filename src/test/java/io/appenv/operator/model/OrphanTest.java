package io.appenv.operator.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OrphanTest {

  private static final EnvironmentId ENVIRONMENT =
      new EnvironmentId("cluster-1", "shop", "production", "uid-1");

  @Test
  void whatNobodyCaresForIsOne() {
    var lost = ObservedTest.instance("shop-db", Ownership.tags(ENVIRONMENT));

    assertThat(orphans(lost, Set.of()))
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.owner()).isEqualTo(ENVIRONMENT);
              assertThat(it.arn()).isEqualTo(lost.arn());
              assertThat(it.ref())
                  .isEqualTo(new ResourceRef(ResourceKind.DATABASE_INSTANCE, "shop-db"));
            });
    assertThat(orphans(lost, Set.of("uid-1"))).isEmpty();
  }

  @Test
  void whatWasLeftOnPurposeIsNone() {
    var tagged = ObservedTest.instance("shop-db", Ownership.tags(ENVIRONMENT));

    assertThat(orphans(tagged.tagged(Map.of(Ownership.RETAINED, "true")), Set.of())).isEmpty();
    assertThat(orphans(tagged.tagged(Map.of(Ownership.RELEASED, "true")), Set.of())).isEmpty();
  }

  @Test
  void whatIsAnotherClustersOrNobodysIsNone() {
    var others = Ownership.tags(new EnvironmentId("cluster-2", "shop", "production", "uid-2"));

    assertThat(orphans(ObservedTest.instance("shop-db", others), Set.of())).isEmpty();
    assertThat(orphans(ObservedTest.instance("shop-db", Map.of()), Set.of())).isEmpty();
  }

  private static List<Orphan> orphans(DatabaseInstance instance, Set<String> cared) {
    return Orphan.in(ObservedTest.region(instance), "cluster-1", cared);
  }
}
