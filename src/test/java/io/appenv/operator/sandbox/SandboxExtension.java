package io.appenv.operator.sandbox;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Starts one sandbox for all test classes of a JVM, with the first that asks; it ends with the JVM.
 * JUnit cannot hold it: where several JVMs share the classes, it has a new store for each class.
 */
public final class SandboxExtension implements BeforeAllCallback, ParameterResolver {

  private static @Nullable Sandbox shared;

  @Override
  public void beforeAll(ExtensionContext context) {
    shared();
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Sandbox.class;
  }

  @Override
  public Sandbox resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return shared();
  }

  static synchronized Sandbox shared() {
    if (shared == null) {
      shared = startClosedOnExit();
    }
    return shared;
  }

  private static Sandbox startClosedOnExit() {
    var sandbox = Sandbox.start(SandboxOptions.forTests());
    Runtime.getRuntime().addShutdownHook(new Thread(sandbox::close, "sandbox-stop"));
    return sandbox;
  }
}
