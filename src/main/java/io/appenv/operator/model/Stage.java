package io.appenv.operator.model;

/** The stage of an environment; it picks defaults and the names of published variables. */
public enum Stage {
  PRODUCTION(""),
  STAGING("_STG"),
  DEVELOPMENT("");

  private final String variableSuffix;

  Stage(String variableSuffix) {
    this.variableSuffix = variableSuffix;
  }

  /** The name under which a variable is published in this stage, such as DATABASE_URL_STG. */
  public String variable(String name) {
    return name + variableSuffix;
  }
}
