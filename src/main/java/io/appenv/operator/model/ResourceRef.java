package io.appenv.operator.model;

/** One AWS resource by kind and by its name within account and region. */
public record ResourceRef(ResourceKind kind, String name) {

  @Override
  public String toString() {
    return kind.apiName() + "/" + name;
  }
}
