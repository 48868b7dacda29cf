package io.appenv.operator.model;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRangeTest {

  @ParameterizedTest
  @CsvSource({
    "10.20.0.0/16, 10.20.255.0/24, true",
    "10.20.0.0/16, 10.21.0.0/16, false",
    "172.20.0.0/16, 172.16.0.0/12, true",
    "0.0.0.0/0, 255.255.255.255/32, true",
    "10.0.0.0/9, 10.128.0.0/9, false"
  })
  void rangesOverlapOrNot(String one, String other, boolean expected) {
    assertThat(range(one).overlaps(range(other))).isEqualTo(expected);
    assertThat(range(other).overlaps(range(one))).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "10.20.0.0",
        "10.20.0.0/33",
        "10.256.0.0/16",
        "fd00::/64",
        "pl-1",
        "a.b.c.d/8"
      })
  void whatIsNoIpv4RangeIsNone(String text) {
    assertThat(AddressRange.parse(text)).isEmpty();
  }

  @Property
  void twoRangesOverlapExactlyIfOneHasTheFirstAddressOfTheOther(
      @ForAll @LongRange(min = 0, max = 0xFFFF_FFFFL) long address,
      @ForAll @IntRange(max = 32) int prefix,
      @ForAll @LongRange(min = 0, max = 0xFFFF_FFFFL) long otherAddress,
      @ForAll @IntRange(max = 32) int otherPrefix) {
    var one = range(address, prefix);
    var other = range(otherAddress, otherPrefix);
    var shorter = Math.min(prefix, otherPrefix);

    // Ranges are nested or apart, so that the bits of the larger one decide.
    assertThat(one.overlaps(other))
        .isEqualTo(lead(address, shorter) == lead(otherAddress, shorter));
  }

  @Property
  void whatIsWrittenIsReadAsTheSame(
      @ForAll @LongRange(min = 0, max = 0xFFFF_FFFFL) long address,
      @ForAll @IntRange(max = 32) int prefix) {
    var range = range(address, prefix);

    assertThat(AddressRange.parse(range.toString())).contains(range);
  }

  private static long lead(long address, int bits) {
    return address >> (32 - bits);
  }

  private static AddressRange range(long address, int prefix) {
    return range(
        "%d.%d.%d.%d/%d"
            .formatted(
                address >> 24, address >> 16 & 255, address >> 8 & 255, address & 255, prefix));
  }

  private static AddressRange range(String text) {
    return AddressRange.parse(text).orElseThrow();
  }
}
