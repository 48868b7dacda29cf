package io.appenv.operator.sandbox.emulation;

import io.appenv.operator.sandbox.wire.Answer;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sets parameters by the rules of RDS, and takes them back, which moto cannot. */
final class ParameterWrites {

  private static final String GROUP = "DBParameterGroupName";
  private static final int MOST_IN_A_CALL = 20;

  private final Parameters parameters;
  private final Instances instances;

  ParameterWrites(Parameters parameters, Instances instances) {
    this.parameters = parameters;
    this.instances = instances;
  }

  /** One parameter of a call. */
  record Asked(String name, String value, boolean isImmediate) {}

  Answer modify(Exchange exchange) throws IOException {
    var family = Parameters.family(exchange);
    if (family.isEmpty()) {
      return exchange.pass();
    }
    var asked = asked(exchange.call().parameters());
    var refusal = refusal(asked, family.get());
    if (refusal.isPresent()) {
      return refusal.get().answer(exchange);
    }
    var before = parameters.set(exchange);
    var answer = exchange.pass();
    if (answer.isSuccess()) {
      parameters.wasSet(exchange, asked.keySet());
      var waits =
          asked.values().stream()
              .anyMatch(it -> !it.isImmediate() && !it.value().equals(before.get(it.name())));
      markInstances(exchange, waits);
    }
    return answer;
  }

  Answer reset(Exchange exchange) throws IOException {
    var family = Parameters.family(exchange);
    if (family.isEmpty()) {
      return exchange.ask(
          "DescribeDBParameterGroups", Map.of(GROUP, exchange.parameter(GROUP).orElse("")));
    }
    var before = parameters.set(exchange);
    var asked =
        exchange.isTrue("ResetAllParameters") ? all(before) : asked(exchange.call().parameters());
    var refusal = refusal(asked, family.get());
    if (refusal.isPresent()) {
      return refusal.get().answer(exchange);
    }
    parameters.wasReset(exchange, asked.keySet());
    markInstances(
        exchange,
        asked.values().stream().anyMatch(it -> !it.isImmediate() && before.containsKey(it.name())));
    return exchange.result("<%1$s>%2$s</%1$s>".formatted(GROUP, exchange.key(GROUP).name()));
  }

  private static Map<String, Asked> all(Map<String, String> set) {
    var all = new LinkedHashMap<String, Asked>();
    set.keySet().forEach(name -> all.put(name, new Asked(name, "", false)));
    return all;
  }

  static Map<String, Asked> asked(Map<String, String> call) {
    var asked = new LinkedHashMap<String, Asked>();
    for (var index = 1; call.containsKey(entry(index) + "ParameterName"); index++) {
      var name = call.getOrDefault(entry(index) + "ParameterName", "");
      asked.put(
          name,
          new Asked(
              name,
              call.getOrDefault(entry(index) + "ParameterValue", ""),
              "immediate".equals(call.get(entry(index) + "ApplyMethod"))));
    }
    return asked;
  }

  private static String entry(int index) {
    return "Parameters.Parameter.%d.".formatted(index);
  }

  /** Why RDS does not take a call. */
  record Refusal(String code, String message) {
    Answer answer(Exchange exchange) {
      return exchange.refuse(code, message);
    }
  }

  static Optional<Refusal> refusal(Map<String, Asked> asked, String family) {
    if (asked.size() > MOST_IN_A_CALL) {
      return Optional.of(
          new Refusal("InvalidParameterValue", "The request has more than 20 parameters."));
    }
    return asked.values().stream().flatMap(it -> refusal(it, family).stream()).findFirst();
  }

  private static Optional<Refusal> refusal(Asked asked, String family) {
    var known = FamilyParameters.find(family, asked.name());
    if (known.isEmpty()) {
      return Optional.of(
          new Refusal(
              "InvalidParameterValue", "Could not find parameter with name: " + asked.name()));
    }
    if (!known.get().isModifiable()) {
      return Optional.of(
          new Refusal(
              "InvalidParameterValue", "The parameter " + asked.name() + " cannot be modified."));
    }
    return known.get().isStatic() && asked.isImmediate()
        ? Optional.of(
            new Refusal(
                "InvalidParameterCombination",
                "cannot use immediate apply method for static parameter"))
        : Optional.empty();
  }

  /** Instances that use the group take over what waits for a restart at their next one. */
  private void markInstances(Exchange exchange, boolean waits) throws IOException {
    if (!waits) {
      return;
    }
    var group = exchange.parameter(GROUP).orElse("");
    List<Item> all = exchange.list("DescribeDBInstances", Instances.ELEMENT, Map.of()).items();
    all.stream()
        .filter(item -> item.all(GROUP).stream().map(Item::text).anyMatch(group::equals))
        .map(item -> item.text("DBInstanceIdentifier"))
        .forEach(name -> instances.awaitRestart(new Key(exchange.call().region(), name)));
  }
}
