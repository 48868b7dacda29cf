package io.appenv.operator.configuration;

/** What can be read: in AWS, in a region and the operator's account, or in the cluster. */
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

  /** One key of a Kubernetes Secret. */
  record InCluster(String namespace, String secret, String key) implements ConfigurationSource {
    @Override
    public String toString() {
      return "key %s of Secret %s".formatted(key, secret);
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
