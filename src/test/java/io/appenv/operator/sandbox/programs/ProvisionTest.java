package io.appenv.operator.sandbox.programs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.appenv.operator.sandbox.SandboxException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each program comes from the first source that has it. */
class ProvisionTest {

  private final List<String> told = new ArrayList<>();

  private final Path folder;

  ProvisionTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void secondSourceFillsInForTheFirst() throws IOException {
    provision(new Lacking("dl.k8s.io does not answer"), new Having()).complete();
    assertThat(new ProgramFolder(folder).isComplete()).isTrue();
    assertThat(told)
        .containsExactly("no download: dl.k8s.io does not answer; Go modules are used instead");
  }

  @Test
  void whatIsThereIsLeftAlone() throws IOException {
    provision(new Having()).complete();
    provision(new Lacking("asked")).complete();
    assertThat(told).isEmpty();
  }

  @Test
  void saysWhatToInstallWhenNoSourceHasIt() {
    assertThatThrownBy(provision(new Lacking("no internet"), new Lacking("no go"))::complete)
        .hasMessageContainingAll("etcd", "no internet", "no go", "Install Go");
    assertThat(new ProgramFolder(folder).isComplete()).isFalse();
  }

  private Provision provision(ProgramSource... sources) {
    return new Provision(new ProgramFolder(folder), List.of(sources), told::add);
  }

  private record Having() implements ProgramSource {

    @Override
    public void provide(Program program, Path target) throws IOException {
      assertThat(Files.createFile(target).toFile().setExecutable(true)).isTrue();
    }

    @Override
    public void provideKwokFiles(Path kwokFiles) {}
  }

  private record Lacking(String reason) implements ProgramSource {

    @Override
    public void provide(Program program, Path target) {
      throw new SandboxException(reason);
    }

    @Override
    public void provideKwokFiles(Path kwokFiles) {
      throw new SandboxException(reason);
    }
  }
}
