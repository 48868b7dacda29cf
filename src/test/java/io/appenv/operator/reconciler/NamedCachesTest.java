package io.appenv.operator.reconciler;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.api.v1alpha1.AppEnvironment;
import io.appenv.operator.model.RegionSnapshot;
import io.appenv.operator.resolver.Specs;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A cache of another's name is unseen until a sweep was asked for it, and one of ours never is. */
class NamedCachesTest {

  private static final RegionSnapshot SEEN = Example.region(Instant.EPOCH);

  @Test
  void whatMayBeOursIsListedUnasked() {
    var environment = adopting("appenv-shop-production-0a1b2c3d");

    assertThat(NamedCaches.of(environment)).isEmpty();
    assertThat(Needs.of(environment).areUnlisted(SEEN)).isFalse();
  }

  /** To go on with a picture that was not asked would tell of a cache as unseen that was seen. */
  @Test
  void whatHasAnotherNameIsWaitedFor() {
    var environment = adopting("shop-cache");

    assertThat(NamedCaches.of(environment)).containsExactly("shop-cache");
    assertThat(Needs.of(environment).areUnlisted(SEEN)).isTrue();
  }

  private static AppEnvironment adopting(String cache) {
    return Specs.environment(
        Specs.PRODUCTION.replace(
            "nodes: 2}", "nodes: 2, adopt: {identifier: %s}}".formatted(cache)));
  }
}
