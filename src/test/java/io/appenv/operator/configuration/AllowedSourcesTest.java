package io.appenv.operator.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.configuration.ConfigurationSource.Parameter;
import io.appenv.operator.configuration.ConfigurationSource.Path;
import io.appenv.operator.configuration.ConfigurationSource.Secret;
import io.appenv.operator.model.Reason;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedSourcesTest {

  private static final AllowedSources USUAL =
      new AllowedSources(
          "cluster", List.of("/appenv/{namespace}/"), List.of("appenv/{namespace}/"));

  @ParameterizedTest
  @ValueSource(strings = {"/appenv/shop/a", "/appenv/shop/a/b", "/appenv/shop/a..b"})
  void whatIsBelowTheOwnBeginningIsRead(String name) {
    assertThat(USUAL.refusal("shop", new Parameter(name))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/appenv/other/a",
        "/appenv/shop",
        "/appenv/shop-2/a",
        "/appenv/shop2/a",
        "appenv/shop/a",
        "/APPENV/shop/a",
        "/appenv/shop/../other/a",
        "/appenv/shop/./a",
        "/appenv/shop/..",
        "/appenv/shop//a",
        "/appenv/shop/a/",
        "/appenv/*/a",
        "/appenv/shop/a:3",
        "/appenv/shop/a%2f..",
        "arn:aws:ssm:ap-northeast-1:111122223333:parameter/appenv/shop/a",
        "/appenv/{namespace}/a",
        ""
      })
  void nothingElseIs(String name) {
    assertThat(USUAL.refusal("shop", new Parameter(name)))
        .hasValueSatisfying(
            it -> {
              assertThat(it.reason()).isEqualTo(Reason.CONFIGURATION_NOT_ALLOWED);
              assertThat(it.message())
                  .contains("Namespace shop", "/appenv/shop/...", "allowed-parameters");
            });
  }

  @Test
  void aPathMayBeTheBeginningItself() {
    assertThat(USUAL.refusal("shop", new Path("/appenv/shop"))).isEmpty();
    assertThat(USUAL.refusal("shop", new Path("/appenv/shop/backend"))).isEmpty();
    assertThat(USUAL.refusal("shop", new Path("/appenv"))).isPresent();
    assertThat(USUAL.refusal("shop", new Path("/appenv/shop-2"))).isPresent();
    assertThat(USUAL.refusal("shop", new Path("/appenv/shop/.."))).isPresent();
  }

  @Test
  void secretsHaveBeginningsOfTheirOwn() {
    assertThat(USUAL.refusal("shop", new Secret("appenv/shop/payments"))).isEmpty();
    assertThat(USUAL.refusal("shop", new Secret("/appenv/shop/payments"))).isPresent();
    assertThat(USUAL.refusal("shop", new Secret("appenv/other/payments")))
        .hasValueSatisfying(it -> assertThat(it.message()).contains("allowed-secrets"));
  }

  @Test
  void aNameWithoutASlashAtItsEndIsThatNameAlone() {
    var shared = new AllowedSources("cluster", List.of("/shared/region"), List.of());
    assertThat(shared.refusal("shop", new Parameter("/shared/region"))).isEmpty();
    assertThat(shared.refusal("shop", new Parameter("/shared/region/a"))).isPresent();
    assertThat(shared.refusal("shop", new Parameter("/shared/regions"))).isPresent();
    assertThat(shared.refusal("shop", new Secret("shared"))).isPresent();
  }

  @Test
  void aClusterCalledAsANamespaceGivesNothingOfOthersAway() {
    var named =
        new AllowedSources("shop", List.of("/appenv/{namespace}/"), List.of("appenv/{namespace}/"));
    assertThat(named.refusal("shop", new Parameter("/appenv/shop/bank/production/x"))).isPresent();
    assertThat(named.refusal("shop", new Secret("appenv/shop/bank/production/url"))).isPresent();
    assertThat(named.refusal("shop", new Path("/appenv/shop"))).isPresent();
    assertThat(named.refusal("shop", new Parameter("/appenv/shop/shop/production/x"))).isEmpty();
  }

  @Property
  void whatOneNamespaceReadsNoOtherDoes(
      @ForAll @StringLength(min = 1, max = 8) @CharRange(from = 'a', to = 'c') @Chars('-')
          String one,
      @ForAll @StringLength(min = 1, max = 8) @CharRange(from = 'a', to = 'c') @Chars('-')
          String other,
      @ForAll @StringLength(max = 12) @CharRange(from = 'a', to = 'c') @Chars({'/', '.', '-'})
          String rest) {
    var parameter = new Parameter("/appenv/" + one + "/" + rest);
    if (USUAL.refusal(one, parameter).isEmpty()) {
      assertThat(USUAL.refusal(other, parameter).isEmpty()).isEqualTo(one.equals(other));
    }
  }
}
