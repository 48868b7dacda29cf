package io.appenv.operator.sandbox.emulation;

import io.appenv.operator.sandbox.wire.Answer;
import java.io.IOException;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Lets writes to a service through one at a time, with no listing under way: what the emulator
 * holds and what is known beside it never fall apart. It is fair, so listings keep out no write.
 */
final class Gate {

  interface Passage {
    Answer go() throws IOException;
  }

  private final ReadWriteLock lock = new ReentrantReadWriteLock(true);

  Answer pass(boolean isWrite, Passage passage) throws IOException {
    var side = isWrite ? lock.writeLock() : lock.readLock();
    side.lock();
    try {
      return passage.go();
    } finally {
      side.unlock();
    }
  }
}
