package io.appenv.operator.sandbox.emulation;

import io.appenv.operator.sandbox.wire.Answer;
import io.appenv.operator.sandbox.wire.Call;
import io.appenv.operator.sandbox.wire.Emulation;
import io.appenv.operator.sandbox.wire.Errors;
import io.appenv.operator.sandbox.wire.FormData;
import io.appenv.operator.sandbox.wire.Request;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** A request under way, and the emulator to ask about it. */
record Exchange(Call call, Request request, Emulation.Emulator emulator) {

  /** The emulator puts any number on a page. */
  private static final String WHOLE_PAGES = "100";

  Optional<String> parameter(String name) {
    return Optional.ofNullable(call.parameters().get(name)).filter(value -> !value.isEmpty());
  }

  boolean isTrue(String name) {
    return parameter(name).filter(value -> value.equalsIgnoreCase("true")).isPresent();
  }

  Key key(String parameter) {
    return new Key(call.region(), parameter(parameter).orElse(""));
  }

  /** Passes the request on as it came. */
  Answer pass() throws IOException {
    return emulator.send(request);
  }

  /** Passes it on with some other parameters. */
  Answer passWith(Map<String, String> changes) throws IOException {
    var parameters = new LinkedHashMap<>(call.parameters());
    parameters.putAll(changes);
    return send(parameters);
  }

  /** Passes it on with these parameters and no others. */
  Answer passOnly(Map<String, String> parameters) throws IOException {
    return send(parameters);
  }

  /** Asks the emulator something else, on behalf of the same caller. */
  Answer ask(String action, Map<String, String> parameters) throws IOException {
    var all = new LinkedHashMap<>(parameters);
    all.put("Action", action);
    all.put("Version", call.parameters().getOrDefault("Version", "2014-10-31"));
    return send(all);
  }

  private Answer send(Map<String, String> parameters) throws IOException {
    return emulator.send(request.withText(FormData.format(parameters)));
  }

  /** What the emulator holds under this name; empty when it knows none. */
  Optional<Item> find(String action, String nameParameter, String name, String element)
      throws IOException {
    var answer = ask(action, Map.of(nameParameter, name));
    return answer.isSuccess()
        ? Item.parse(answer.text()).all(element).stream().findFirst()
        : Optional.empty();
  }

  /**
   * Everything the emulator lists, page after page, or its refusal.
   *
   * @param action a Describe operation
   * @param element of one entry
   */
  Listed list(String action, String element, Map<String, String> parameters) throws IOException {
    var items = new ArrayList<Item>();
    var asked = new LinkedHashMap<>(parameters);
    asked.put("MaxRecords", WHOLE_PAGES);
    asked.remove("Marker");
    while (true) {
      var answer = ask(action, asked);
      if (!answer.isSuccess()) {
        return new Listed(List.of(), Optional.of(answer));
      }
      var page = Item.parse(answer.text());
      items.addAll(page.all(element));
      var next = page.all("Marker").stream().map(Item::text).filter(it -> !it.isEmpty()).toList();
      if (next.isEmpty()) {
        return new Listed(items, Optional.empty());
      }
      asked.put("Marker", next.getFirst());
    }
  }

  record Listed(List<Item> items, Optional<Answer> refusal) {}

  /** The answer with its entries corrected. */
  static Answer corrected(Answer answer, String element, Consumer<Item> correction)
      throws IOException {
    if (!answer.isSuccess()) {
      return answer;
    }
    var root = Item.parse(answer.text());
    root.all(element).forEach(correction);
    return answer.withText(root.toString());
  }

  /** An answer to this call. */
  Answer result(String content) {
    return Answers.of(call, content);
  }

  /** A refusal of this call: AWS answers those of the query protocol with 400, or 404. */
  Answer refuse(String code, String message) {
    return Errors.aws(call, code.contains("NotFound") ? 404 : 400, code, message);
  }
}
