package io.appenv.operator.sandbox;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives a test class the shared sandbox and the one operator that runs on it, as parameters {@link
 * Sandbox} and {@link RunningOperator}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith({SandboxExtension.class, OperatorExtension.class})
public @interface WithOperator {}
