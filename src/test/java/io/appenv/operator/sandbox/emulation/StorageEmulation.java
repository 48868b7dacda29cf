package io.appenv.operator.sandbox.emulation;

import io.appenv.operator.sandbox.wire.Answer;
import io.appenv.operator.sandbox.wire.Request;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;

/**
 * What moto lacks of S3: a bucket that is made with tags has them from the first; answers have a
 * request id of their own form; and the policy of a bucket may have conditions, which moto does not
 * look at, so that one about TLS would refuse everything.
 */
final class StorageEmulation {

  private static final Pattern TAGS = Pattern.compile("<Tags>(.*)</Tags>", Pattern.DOTALL);
  private static final Pattern OF_OBJECTS = Pattern.compile("(Put|Get|Head|Delete)Objects?");
  private static final String REQUEST_ID = "x-amzn-requestid";

  private final ReentrantLock gate = new ReentrantLock();

  Answer answer(Exchange exchange) throws IOException {
    gate.lock();
    try {
      return identified(emulated(exchange));
    } finally {
      gate.unlock();
    }
  }

  private static Answer emulated(Exchange exchange) throws IOException {
    var operation = exchange.call().operation();
    if (operation.equals("CreateBucket")) {
      return made(exchange);
    }
    return OF_OBJECTS.matcher(operation).matches() ? withoutPolicy(exchange) : exchange.pass();
  }

  private static Answer made(Exchange exchange) throws IOException {
    var made = exchange.pass();
    var tags = TAGS.matcher(exchange.request().text());
    if (made.isSuccess() && tags.find()) {
      ask(
          exchange,
          "PUT",
          "tagging",
          "<Tagging><TagSet>%s</TagSet></Tagging>".formatted(tags.group(1)));
    }
    return made;
  }

  private static Answer withoutPolicy(Exchange exchange) throws IOException {
    var policy = ask(exchange, "GET", "policy", "");
    if (!policy.isSuccess()) {
      return exchange.pass();
    }
    ask(exchange, "DELETE", "policy", "");
    try {
      return exchange.pass();
    } finally {
      ask(exchange, "PUT", "policy", policy.text());
    }
  }

  private static Answer ask(Exchange exchange, String method, String what, String body)
      throws IOException {
    var headers = new HashMap<String, List<String>>();
    exchange
        .request()
        .headers()
        .forEach(
            (name, values) -> {
              if (!name.toLowerCase(Locale.ROOT).matches(".*(checksum|content|trailer).*")) {
                headers.put(name, values);
              }
            });
    return exchange
        .emulator()
        .send(
            new Request(
                    method,
                    "/%s?%s".formatted(exchange.call().target(), what),
                    headers,
                    new byte[0])
                .withText(body));
  }

  private static Answer identified(Answer answer) {
    var headers = new HashMap<>(answer.headers());
    answer.headers().entrySet().stream()
        .filter(it -> it.getKey().equalsIgnoreCase(REQUEST_ID))
        .findFirst()
        .ifPresent(it -> headers.put("x-amz-request-id", it.getValue()));
    return new Answer(answer.status(), headers, answer.body());
  }
}
