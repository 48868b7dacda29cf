package io.appenv.operator.backend.incluster;

/** Engine versions as the spec has them, such as 17, 16.4 or 7.1. */
final class Version {

  private Version() {}

  static int major(String version) {
    var dot = version.indexOf('.');
    return Integer.parseInt(dot < 0 ? version : version.substring(0, dot));
  }
}
