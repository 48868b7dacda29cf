package io.appenv.operator.scaling;

/** Fewest and most pods. */
record PodRange(int fewest, int most) {

  /** The more generous at both ends. */
  PodRange and(PodRange other) {
    return new PodRange(Math.max(fewest, other.fewest), Math.max(most, other.most));
  }

  @Override
  public String toString() {
    return fewest == most ? "exactly " + fewest : fewest + " to " + most;
  }
}
