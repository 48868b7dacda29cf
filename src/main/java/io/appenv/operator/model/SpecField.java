package io.appenv.operator.model;

/**
 * The one table of what a change to each spec field does. A path ends in [] for every element of a
 * list. A test fails when a field of the API has no line here.
 */
public enum SpecField {
  DATABASE_INSTANCE_CLASS("spec.database.instanceClass", ChangeClass.RESTART);

  private final String path;
  private final ChangeClass changeClass;

  SpecField(String path, ChangeClass changeClass) {
    this.path = path;
    this.changeClass = changeClass;
  }

  public String path() {
    return path;
  }

  public ChangeClass changeClass() {
    return changeClass;
  }
}
