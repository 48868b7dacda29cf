package io.appenv.operator.configuration;

import java.util.Map;
import java.util.Set;

/** What a backend reads of configuration. */
public interface ConfigurationPort {

  /**
   * Reads all of these by as few calls as it takes. What one of them is refused for is its own
   * answer and none of another's; no value is in any message.
   *
   * @return an answer for each
   */
  Map<ConfigurationSource, Answer> read(String region, Set<ConfigurationSource> sources);
}
