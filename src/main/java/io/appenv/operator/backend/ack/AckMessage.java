package io.appenv.operator.backend.ack;

import java.util.regex.Pattern;

/** What a controller says, without what differs each time it tries. */
final class AckMessage {

  private static final Pattern REQUEST = Pattern.compile("RequestID: [^,]*, ?");
  private static final int LONGEST = 400;

  private AckMessage() {}

  static String plain(String message) {
    var plain = REQUEST.matcher(message).replaceAll("").replace('\n', ' ').strip();
    return plain.length() > LONGEST ? plain.substring(0, LONGEST) + "..." : plain;
  }
}
