package io.appenv.operator.backend.incluster;

import io.fabric8.kubernetes.api.model.Quantity;

/** Quantities in the form the API server gives them, so that applied and stored text are equal. */
final class StorageQuantity {

  private static final int GIB_PER_TIB = 1024;

  private StorageQuantity() {}

  static Quantity ofGib(int gib) {
    return new Quantity(gib % GIB_PER_TIB == 0 ? gib / GIB_PER_TIB + "Ti" : gib + "Gi");
  }
}
