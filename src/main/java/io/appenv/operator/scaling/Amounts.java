package io.appenv.operator.scaling;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** CPU and memory as people write them. */
final class Amounts {

  private static final int MILLIS = 3;
  private static final int DIGITS = 2;
  private static final BigDecimal MIB = BigDecimal.valueOf(1L << 20);
  private static final BigDecimal GIB = BigDecimal.valueOf(1L << 30);

  private Amounts() {}

  static String text(long cpuMillis, long memoryBytes) {
    return "%s CPU and %s memory".formatted(cpu(cpuMillis), memory(memoryBytes));
  }

  private static String cpu(long millis) {
    return plain(BigDecimal.valueOf(millis).movePointLeft(MILLIS));
  }

  private static String memory(long bytes) {
    var amount = BigDecimal.valueOf(bytes);
    return amount.compareTo(GIB) < 0
        ? plain(amount.divide(MIB, 0, RoundingMode.FLOOR)) + "Mi"
        : plain(amount.divide(GIB, DIGITS, RoundingMode.FLOOR)) + "Gi";
  }

  private static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }
}
