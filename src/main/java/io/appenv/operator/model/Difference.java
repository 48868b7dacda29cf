package io.appenv.operator.model;

import java.util.Optional;

/**
 * One value that is not as desired.
 *
 * @param name the field in a user's words
 * @param from what was observed
 * @param to what is desired
 */
public record Difference<T>(
    String name, ChangeClass changeClass, Interruption interruption, Timing timing, T from, T to) {

  /** Of what has no field of its own in the spec, and disturbs nobody. */
  public static <T> Difference<T> inPlace(String name, T observed, T desired) {
    return new Difference<>(
        name, ChangeClass.IN_PLACE, Interruption.NONE, Timing.NOW, observed, desired);
  }

  public static <T> Optional<Difference<T>> between(SpecField field, T observed, T desired) {
    return observed.equals(desired) ? Optional.empty() : Optional.of(of(field, observed, desired));
  }

  public static <T> Difference<T> of(SpecField field, T observed, T desired) {
    return new Difference<>(
        field.shortName(),
        field.changeClass(),
        field.interruption(),
        field.timing(),
        observed,
        desired);
  }

  /** Old and new value, such as "instanceClass db.t3.medium -> db.t3.large". */
  public String reason() {
    return name + " " + from + " -> " + to;
  }
}
