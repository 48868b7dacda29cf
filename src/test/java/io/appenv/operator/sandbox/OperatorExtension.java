package io.appenv.operator.sandbox;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Keeps one operator running for all test classes of a JVM that ask for it. */
public final class OperatorExtension implements BeforeAllCallback, ParameterResolver {

  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(OperatorExtension.class);

  @Override
  public void beforeAll(ExtensionContext context) {
    shared(context).ensureRunning();
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == RunningOperator.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return shared(context);
  }

  private static RunningOperator shared(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .computeIfAbsent(
            RunningOperator.class,
            type -> startClosedOnExit(SandboxExtension.shared(context)),
            RunningOperator.class);
  }

  private static RunningOperator startClosedOnExit(Sandbox sandbox) {
    var operator = new RunningOperator(sandbox);
    Runtime.getRuntime().addShutdownHook(new Thread(operator::close, "operator-stop"));
    return operator;
  }
}
