package io.appenv.operator.sandbox.programs;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** Downloaded programs are those that the Go modules build. */
class ReleaseTest {

  private static final Platform LINUX = new Platform("linux", "arm64");

  @Test
  void addressesNameThePlatform() {
    assertThat(Program.ALL)
        .extracting(program -> program.release().fileFor(LINUX).toString())
        .contains(
            "https://dl.k8s.io/release/v1.35.4/bin/linux/arm64/kubectl",
            "https://github.com/etcd-io/etcd/releases/download/v3.6.5/"
                + "etcd-v3.6.5-linux-arm64.tar.gz",
            "https://github.com/kubernetes-sigs/kwok/releases/download/v0.8.0/kwok-linux-arm64");
  }

  @Test
  void versionsAreThoseOfTheModules() throws IOException {
    var modules = SandboxOptions.repositoryRoot().resolve("sandbox");
    for (var program : Program.ALL) {
      var version = program.release().file().replaceFirst(".*/(v[0-9.]+)/.*", "$1");
      assertThat(Files.readString(modules.resolve(program.module()).resolve("go.mod")))
          .as(program.name())
          .contains(" " + version);
    }
  }
}
