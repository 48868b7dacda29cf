package io.appenv.operator.sandbox.emulation;

import java.util.Locale;

/** A name within a region; AWS stores the identifiers of data stores in lower case. */
record Key(String region, String name) {

  Key {
    name = name.toLowerCase(Locale.ROOT);
  }
}
