package io.appenv.operator.resolver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class AwsNamesTest {

  private static final String UID = "0a1b2c3d-1111-2222-3333-444455556666";

  /** Letters, digits and hyphens; a letter first; no two hyphens together and none at the end. */
  private static final String VALID = "[a-z](-?[a-z0-9])*";

  @Example
  void aNameSaysWhoseItIs() {
    assertThat(AwsNames.of("c", "shop", "production", UID).base())
        .matches("appenv-shop-production-[a-z2-7]{8}");
  }

  @Example
  void aHashNeverChangesBetweenVersions() {
    assertThat(AwsNames.of("cluster-1", "shop", "production", UID).base())
        .isEqualTo("appenv-shop-production-kce52nzb");
  }

  @Property
  void everyNameIsValidForEveryKind(
      @ForAll("labels") String namespace, @ForAll String name, @ForAll String cluster) {
    var names = AwsNames.of(cluster, namespace, name, UID);

    assertThat(names.base()).matches(VALID).hasSizeLessThanOrEqualTo(40);
    assertThat(names.finalSnapshot()).matches(VALID).hasSizeLessThanOrEqualTo(63);
  }

  @Property
  void twoEnvironmentsNeverShareAName(
      @ForAll("labels") String namespace,
      @ForAll("labels") String name,
      @ForAll("labels") String otherNamespace,
      @ForAll("labels") String otherName) {
    Assume.that(!namespace.equals(otherNamespace) || !name.equals(otherName));

    assertThat(AwsNames.of("c", namespace, name, UID).base())
        .isNotEqualTo(AwsNames.of("c", otherNamespace, otherName, UID).base());
  }

  @Property
  void theBoundaryBetweenTheNamesCounts(
      @ForAll("labels") String left, @ForAll("labels") String right) {
    assertThat(AwsNames.of("c", left + "-x", right, UID).base())
        .isNotEqualTo(AwsNames.of("c", left, "x-" + right, UID).base());
  }

  @Property
  void anEnvironmentMadeAnewTakesAnotherSnapshotUnderTheSameName(@ForAll long seed) {
    var first = AwsNames.of("c", "shop", "production", UID);
    var second = AwsNames.of("c", "shop", "production", new UUID(seed, seed).toString());

    assertThat(second.base()).isEqualTo(first.base());
    Assume.that(!new UUID(seed, seed).toString().startsWith("0a1b2c3d"));
    assertThat(second.finalSnapshot()).isNotEqualTo(first.finalSnapshot());
  }

  @Provide
  Arbitrary<String> labels() {
    return Arbitraries.strings()
        .withCharRange('a', 'z')
        .numeric()
        .withChars('-')
        .ofMinLength(1)
        .ofMaxLength(63);
  }
}
