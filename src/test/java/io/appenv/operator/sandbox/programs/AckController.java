package io.appenv.operator.sandbox.programs;

import java.util.Arrays;
import java.util.List;

/** The two controllers that backend ACK needs, in the versions of their module files. */
public enum AckController {
  RDS("rds"),
  ELASTICACHE("elasticache");

  private final String service;

  AckController(String service) {
    this.service = service;
  }

  public String program() {
    return module() + "-controller";
  }

  String module() {
    return "ack-" + service;
  }

  String goModule() {
    return "github.com/aws-controllers-k8s/" + service + "-controller";
  }

  String goPackage() {
    return goModule() + "/cmd/controller";
  }

  static List<String> modules() {
    return Arrays.stream(values()).map(AckController::module).toList();
  }
}
