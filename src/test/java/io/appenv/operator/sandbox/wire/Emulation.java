package io.appenv.operator.sandbox.wire;

import java.io.IOException;

/**
 * What stands between the AWS wire and the emulator: it may answer itself, or correct an answer.
 */
public interface Emulation {

  /** The emulator. */
  interface Emulator {
    Answer send(Request request) throws IOException;
  }

  Answer answer(Call call, Request request, Emulator emulator) throws IOException;

  /** The emulator's own answers. */
  static Emulation none() {
    return (call, request, emulator) -> emulator.send(request);
  }
}
