package io.appenv.operator.network;

import io.appenv.operator.model.NetworkFacts.Subnet;
import java.util.List;
import java.util.stream.Collectors;

/** Subnets in a sentence, always in the same order, and not all where there are many. */
final class Names {

  private static final int MOST = 5;

  private Names() {}

  static String of(List<Subnet> subnets) {
    var named =
        subnets.stream().map(Subnet::id).sorted().limit(MOST).collect(Collectors.joining(", "));
    var rest = subnets.size() - MOST;
    var word = subnets.size() == 1 ? "subnet " : "subnets ";
    return word + named + (rest > 0 ? " and %d more".formatted(rest) : "");
  }
}
