package io.appenv.operator.api.v1alpha1;

/** Days of the week, written as in windows. */
public enum Weekday {
  sun,
  mon,
  tue,
  wed,
  thu,
  fri,
  sat
}
