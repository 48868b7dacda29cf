package io.appenv.operator.model;

import java.util.Locale;
import java.util.Optional;

/**
 * How one setting of a data store stands to the spec.
 *
 * @param field its short name, as in {@link Difference#name()}
 * @param wish what tells one wish from another; empty where it may be as it is
 * @param deviation empty where AWS shows what is wished, with nothing awaited
 */
public record Standing(
    Component component, String field, String wish, Optional<Deviation> deviation) {

  /**
   * What was found instead.
   *
   * @param wished for people, like what was found
   * @param refused whether AWS has no way back to what is wished
   * @param loss what putting it back takes away for good; empty where nothing is lost
   */
  public record Deviation(String wished, String found, boolean refused, Optional<String> loss) {}

  /** The path below spec, such as database.backup.pointInTime. */
  public String path() {
    return prefix(component) + field;
  }

  /** What the paths of one data store begin with. */
  static String prefix(Component component) {
    return component.name().toLowerCase(Locale.ROOT) + ".";
  }
}
