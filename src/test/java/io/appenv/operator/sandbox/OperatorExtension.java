package io.appenv.operator.sandbox;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Keeps one operator running for all test classes of a JVM that ask for it; it ends with the JVM.
 */
public final class OperatorExtension implements BeforeAllCallback, ParameterResolver {

  private static @Nullable RunningOperator shared;

  @Override
  public void beforeAll(ExtensionContext context) {
    shared().ensureRunning();
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == RunningOperator.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return shared();
  }

  private static synchronized RunningOperator shared() {
    if (shared == null) {
      shared = startClosedOnExit(SandboxExtension.shared());
    }
    return shared;
  }

  private static RunningOperator startClosedOnExit(Sandbox sandbox) {
    var operator = new RunningOperator(sandbox);
    Runtime.getRuntime().addShutdownHook(new Thread(operator::close, "operator-stop"));
    return operator;
  }
}
