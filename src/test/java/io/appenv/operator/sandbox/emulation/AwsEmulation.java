package io.appenv.operator.sandbox.emulation;

import io.appenv.operator.sandbox.wire.Emulation;

/** What the emulator lacks. */
public final class AwsEmulation {

  private AwsEmulation() {}

  /** With states that take as long as the pace says. */
  public static Emulation at(Pace pace) {
    return Emulation.none();
  }
}
