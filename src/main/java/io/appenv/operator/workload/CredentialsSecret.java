package io.appenv.operator.workload;

/** What the Secret with the generated password of a data service is called. */
public final class CredentialsSecret {

  public static final String PASSWORD_KEY = "password";

  private CredentialsSecret() {}

  /**
   * The name in the namespace of the environment.
   *
   * @param service database or cache
   */
  public static String name(String environment, String service) {
    return environment + "-" + service + "-credentials";
  }
}
