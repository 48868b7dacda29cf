package io.appenv.operator.aggregation;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.stream.Stream;

/** The few parts of the distinguished encoding rules (X.690) that a certificate is made of. */
final class Der {

  private static final int BOOLEAN = 0x01;
  private static final int INTEGER = 0x02;
  private static final int BIT_STRING = 0x03;
  private static final int OCTET_STRING = 0x04;
  private static final int OBJECT_IDENTIFIER = 0x06;
  private static final int UTF8_STRING = 0x0c;
  private static final int UTC_TIME = 0x17;
  private static final int SEQUENCE = 0x30;
  private static final int SET = 0x31;
  private static final int CONTEXT = 0x80;
  private static final int CONTEXT_CONSTRUCTED = 0xa0;

  private static final int LONG_FORM = 0x80;
  private static final int SEVEN_BITS = 0x7f;

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

  private Der() {}

  static byte[] sequence(byte[]... parts) {
    return tagged(SEQUENCE, parts);
  }

  static byte[] set(byte[]... parts) {
    return tagged(SET, parts);
  }

  static byte[] integer(BigInteger value) {
    return tagged(INTEGER, value.toByteArray());
  }

  static byte[] yes() {
    return tagged(BOOLEAN, new byte[] {(byte) 0xff});
  }

  /**
   * @param unused bits at the end that mean nothing
   */
  static byte[] bits(int unused, byte[] value) {
    return tagged(BIT_STRING, new byte[] {(byte) unused}, value);
  }

  static byte[] octets(byte[] value) {
    return tagged(OCTET_STRING, value);
  }

  static byte[] text(String value) {
    return tagged(UTF8_STRING, value.getBytes(StandardCharsets.UTF_8));
  }

  /** With two digits of the year, as RFC 5280 wants it until 2049. */
  static byte[] time(Instant value) {
    return tagged(UTC_TIME, TIME.format(value).getBytes(StandardCharsets.US_ASCII));
  }

  /** What a structure tells from others by a number alone. */
  static byte[] context(int number, byte[] value) {
    return tagged(CONTEXT | number, value);
  }

  /** The same around something that has a tag of its own. */
  static byte[] wrapped(int number, byte[] value) {
    return tagged(CONTEXT_CONSTRUCTED | number, value);
  }

  /**
   * @param dotted such as 2.5.4.3
   */
  static byte[] identifier(String dotted) {
    var arcs = Stream.of(dotted.split("\\.")).mapToInt(Integer::parseInt).toArray();
    var out = new ByteArrayOutputStream();
    out.write(arcs[0] * 40 + arcs[1]);
    for (var i = 2; i < arcs.length; i++) {
      writeArc(out, arcs[i]);
    }
    return tagged(OBJECT_IDENTIFIER, out.toByteArray());
  }

  private static void writeArc(ByteArrayOutputStream out, int arc) {
    if (arc > SEVEN_BITS) {
      writeLeading(out, arc >> 7);
    }
    out.write(arc & SEVEN_BITS);
  }

  private static void writeLeading(ByteArrayOutputStream out, int arc) {
    if (arc > SEVEN_BITS) {
      writeLeading(out, arc >> 7);
    }
    out.write((arc & SEVEN_BITS) | LONG_FORM);
  }

  private static byte[] tagged(int tag, byte[]... parts) {
    var content = new ByteArrayOutputStream();
    for (var part : parts) {
      content.writeBytes(part);
    }
    var out = new ByteArrayOutputStream();
    out.write(tag);
    writeLength(out, content.size());
    out.writeBytes(content.toByteArray());
    return out.toByteArray();
  }

  private static void writeLength(ByteArrayOutputStream out, int length) {
    if (length <= SEVEN_BITS) {
      out.write(length);
      return;
    }
    var bytes = (Integer.SIZE - Integer.numberOfLeadingZeros(length) + 7) / 8;
    out.write(LONG_FORM | bytes);
    for (var i = bytes - 1; i >= 0; i--) {
      out.write(length >> (8 * i));
    }
  }
}
