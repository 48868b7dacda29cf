package io.appenv.operator.scaling;

/**
 * An override that counts now.
 *
 * @param occurrence for which it does
 */
record InForce(Wish wish, Occurrence occurrence) {

  String words() {
    return "ScaleOverride %s until %s".formatted(wish.name(), occurrence.endText());
  }
}
