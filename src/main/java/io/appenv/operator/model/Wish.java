package io.appenv.operator.model;

import io.appenv.operator.model.Standing.Deviation;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * What is wished of one setting of a data store.
 *
 * @param field short name
 * @param text what tells one wish from another; empty where the setting may be as it is
 * @param loss what is lost for good by going from what is seen to the wish
 */
public record Wish(String field, String text, Optional<String> loss) {

  public static Wish of(String field, Object wished) {
    return new Wish(field, wished.toString(), Optional.empty());
  }

  /** The same where going there loses this, if it does. */
  public Wish losing(String what, boolean isLost) {
    return new Wish(field, text, Optional.of(what).filter(_ -> isLost));
  }

  /**
   * How it stands to the differences that were found.
   *
   * @param refused whether AWS has no change to what is wished
   * @param words a value of a field for people
   */
  public Standing standing(
      Component component,
      List<Difference<?>> differences,
      boolean refused,
      BiFunction<String, Object, String> words) {
    return new Standing(
        component,
        field,
        text,
        differences.stream()
            .filter(it -> it.name().equals(field))
            .findFirst()
            .map(
                it ->
                    new Deviation(
                        words.apply(field, it.to()),
                        words.apply(field, it.from()),
                        refused,
                        loss)));
  }
}
