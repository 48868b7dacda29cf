package io.appenv.operator.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class FingerprintTest {

  /** People write it without quotes. */
  @Property
  void isTextWhereverYamlIsWritten(@ForAll String reason) {
    var hash =
        Plan.of(
                PlannedAction.now(
                    new DatabaseAction.DeleteInstance("db", Optional.empty()),
                    reason,
                    ChangeClass.DESTROY))
            .hash();

    assertThat(hash).matches("p[0-9a-f]{11}");
    assertThat(Serialization.unmarshal("approve: " + hash, Map.class))
        .isEqualTo(Map.of("approve", hash));
  }
}
