package io.appenv.operator.autoscaling;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Quantity;
import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is compared with what the API server stores has to be written as it writes it. */
class RequestMetricTest {

  @ParameterizedTest
  @CsvSource({"1,1", "800,800", "1000,1k", "1500,1500", "20000,20k", "1000000,1M"})
  void aTargetIsWrittenAsTheApiServerWritesIt(int target, String written) {
    assertThat(RequestMetric.quantity(target)).hasToString(written);
  }

  @Property
  void aTargetIsTheNumberItWas(@ForAll @IntRange(min = 1, max = 1_000_000) int target) {
    assertThat(Quantity.getAmountInBytes(RequestMetric.quantity(target)))
        .isEqualByComparingTo(BigDecimal.valueOf(target));
  }
}
