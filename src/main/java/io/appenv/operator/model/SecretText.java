package io.appenv.operator.model;

/**
 * A text that only pods may read. Whatever writes down something that has one writes stars.
 *
 * @param reveal the text itself
 */
public record SecretText(String reveal) {

  @Override
  public String toString() {
    return "***";
  }
}
