package io.appenv.operator.files;

import io.appenv.operator.golden.Blueprints;
import io.appenv.operator.model.Desired;
import io.appenv.operator.model.DesiredFiles;
import io.appenv.operator.resolver.Specs;

/** Environments with a bucket. */
final class Stored {

  private static final String SPEC =
      Specs.PRODUCTION.replace("vpc: {id: vpc-1}", "vpc: {id: %s}".formatted(Blueprints.VPC));

  private Stored() {}

  /**
   * @param files the section of the spec
   * @param more other sections
   */
  static Desired desired(String files, String more) {
    return Blueprints.connected(Specs.environment(SPEC + "files: {%s}\n".formatted(files) + more))
        .desired();
  }

  static Desired usual() {
    return desired("", "");
  }

  static Desired deleting(boolean confirmed) {
    return desired(
        "deletionPolicy: Delete", confirmed ? "operations: {confirmDeletion: production}\n" : "");
  }

  static DesiredFiles files(Desired desired) {
    return desired.files().orElseThrow();
  }
}
