package io.appenv.operator.model;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A range of IPv4 addresses.
 *
 * @param first the lowest address
 * @param prefix how many leading bits all addresses share
 */
public record AddressRange(long first, int prefix) {

  private static final Pattern CIDR =
      Pattern.compile(
          "([0-9]{1,3})\\.([0-9]{1,3})\\.([0-9]{1,3})\\.([0-9]{1,3})/([0-9]|[12][0-9]|3[0-2])");
  private static final int BITS = 32;
  private static final int OCTETS = 4;
  private static final int LARGEST_OCTET = 255;

  /** From CIDR notation; empty for anything else, IPv6 included. */
  public static Optional<AddressRange> parse(String text) {
    var parts = CIDR.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    var address = 0L;
    for (var octet = 1; octet <= OCTETS; octet++) {
      var value = Integer.parseInt(parts.group(octet));
      if (value > LARGEST_OCTET) {
        return Optional.empty();
      }
      address = address * (LARGEST_OCTET + 1) + value;
    }
    var prefix = Integer.parseInt(parts.group(OCTETS + 1));
    return Optional.of(new AddressRange(address - address % size(prefix), prefix));
  }

  private static long size(int prefix) {
    return 1L << (BITS - prefix);
  }

  /** How many addresses there are. */
  public long size() {
    return size(prefix);
  }

  public boolean overlaps(AddressRange other) {
    return first <= other.last() && other.first <= last();
  }

  private long last() {
    return first + size(prefix) - 1;
  }

  @Override
  public String toString() {
    return "%d.%d.%d.%d/%d"
        .formatted(
            first >> 24 & LARGEST_OCTET,
            first >> 16 & LARGEST_OCTET,
            first >> 8 & LARGEST_OCTET,
            first & LARGEST_OCTET,
            prefix);
  }
}
