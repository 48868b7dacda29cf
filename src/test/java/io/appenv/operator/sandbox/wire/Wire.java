package io.appenv.operator.sandbox.wire;

/** Which way a request went. */
public enum Wire {
  KUBERNETES,
  AWS
}
