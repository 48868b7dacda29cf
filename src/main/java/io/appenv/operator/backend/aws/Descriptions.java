package io.appenv.operator.backend.aws;

import io.appenv.operator.model.Ownership;
import java.util.Map;

/** The description AWS asks for with a group: whose it is, for people who read the console. */
final class Descriptions {

  private Descriptions() {}

  static String of(Map<String, String> tags) {
    return "appenv environment "
        + tags.getOrDefault(Ownership.NAMESPACE, "")
        + "/"
        + tags.getOrDefault(Ownership.NAME, "");
  }
}
