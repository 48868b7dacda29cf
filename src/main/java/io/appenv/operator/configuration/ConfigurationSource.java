package io.appenv.operator.configuration;

/** What can be read in AWS, in a region and the operator's account. */
public sealed interface ConfigurationSource {

  /** One parameter of Parameter Store. */
  record Parameter(String name) implements ConfigurationSource {
    @Override
    public String toString() {
      return "parameter " + name;
    }
  }

  /**
   * All parameters directly below a path.
   *
   * @param path begins with a slash and does not end with one
   */
  record Path(String path) implements ConfigurationSource {
    @Override
    public String toString() {
      return "path " + path + "/";
    }
  }

  /** One secret of Secrets Manager. */
  record Secret(String name) implements ConfigurationSource {
    @Override
    public String toString() {
      return "secret " + name;
    }
  }
}
