package io.appenv.operator.resolver;

import io.appenv.operator.api.v1alpha1.AppEnvironment;
import io.appenv.operator.model.Component;
import io.appenv.operator.model.Failure;
import io.appenv.operator.model.Reason;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A spec that is stored in a form this version cannot read. What it asks for is not known, its
 * deletion policies included, so nothing is done about it either way.
 */
public final class Unreadable {

  private static final Pattern INDEX = Pattern.compile("\\[[0-9]+]");

  private Unreadable() {}

  /** Empty for a spec that can be read, whether it is valid or not. */
  public static Optional<Failure> of(AppEnvironment environment) {
    return environment.unreadableField().map(Unreadable::failure);
  }

  private static Failure failure(String field) {
    return new Failure.Terminal(
        Component.SPEC,
        Reason.INVALID_SPEC,
        ("%s is stored in a form that this version cannot read, so nothing is changed and nothing"
                + " deleted; apply the environment in the form that kubectl explain appenv.%s"
                + " gives.")
            .formatted(field, INDEX.matcher(field).replaceAll("")));
  }
}
