package io.appenv.operator.sandbox;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** moto: an AWS endpoint on a free port of the loopback interface. */
public final class Emulator implements AutoCloseable {

  /** Seconds until a certificate that was asked for is issued, as if its record had been seen. */
  private static final String ISSUE_AFTER = "MOTO_ACM_VALIDATION_WAIT";

  private final ManagedProcess process;
  private final URI uri;

  private Emulator(ManagedProcess process, URI uri) {
    this.process = process;
    this.uri = uri;
  }

  static Emulator start(Path directory, Path programs) {
    var port = FreePorts.one();
    var process =
        ManagedProcess.start(
            "moto",
            directory,
            Map.of(ISSUE_AFTER, "5"),
            List.of(
                programs.resolve("moto_server").toString(),
                "-H",
                "127.0.0.1",
                "-p",
                Integer.toString(port)));
    var emulator = new Emulator(process, URI.create("http://127.0.0.1:" + port));
    Waiting.until("the AWS endpoint to answer", process, emulator::answers);
    return emulator;
  }

  private boolean answers() {
    return Health.isGood(uri.resolve("/moto-api/data.json"));
  }

  public URI uri() {
    return uri;
  }

  @Override
  public void close() {
    process.close();
  }
}
