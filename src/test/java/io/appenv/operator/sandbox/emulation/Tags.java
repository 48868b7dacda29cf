package io.appenv.operator.sandbox.emulation;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** The tags of a resource, as parameters that give them to another. */
final class Tags {

  private Tags() {}

  static Map<String, String> of(Exchange exchange, String arn) throws IOException {
    var answer = exchange.ask("ListTagsForResource", Map.of("ResourceName", arn));
    var parameters = new LinkedHashMap<String, String>();
    if (answer.isSuccess()) {
      for (var tag : Item.parse(answer.text()).all("Tag")) {
        var prefix = "Tags.Tag.%d.".formatted(parameters.size() / 2 + 1);
        parameters.put(prefix + "Key", tag.text("Key"));
        parameters.put(prefix + "Value", tag.text("Value"));
      }
    }
    return parameters;
  }
}
