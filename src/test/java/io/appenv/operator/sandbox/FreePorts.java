package io.appenv.operator.sandbox;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/** Ports of the loopback interface that nobody listens on, so that sandboxes run side by side. */
public final class FreePorts {

  private FreePorts() {}

  public static int one() {
    return several(1).get(0);
  }

  /** Distinct ports: all are held open until the last was found. */
  static List<Integer> several(int count) {
    var sockets = new ArrayList<ServerSocket>();
    try {
      for (var number = 0; number < count; number++) {
        sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
      }
      return sockets.stream().map(ServerSocket::getLocalPort).toList();
    } catch (IOException exhausted) {
      throw new SandboxException("No free port on the loopback interface.", exhausted);
    } finally {
      sockets.forEach(FreePorts::close);
    }
  }

  private static void close(ServerSocket socket) {
    try {
      socket.close();
    } catch (IOException ignored) {
      // Nothing was ever accepted on it.
    }
  }
}
