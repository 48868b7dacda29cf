package io.appenv.operator.configuration;

import io.appenv.operator.model.Failure;
import io.appenv.operator.model.SecretText;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** What came of reading a {@link ConfigurationSource}. */
public sealed interface Answer {

  /** It has not been read yet. */
  record Unread() implements Answer {}

  /** The text of a parameter or of a secret. */
  record Text(SecretText value) implements Answer {}

  /** The parameters below a path, by their last names; may be none. */
  record Texts(SortedMap<String, SecretText> values) implements Answer {
    public Texts {
      values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }
  }

  /** AWS says that there is no such thing. */
  record Absent() implements Answer {}

  /** It is there, and is no text. */
  record Binary() implements Answer {}

  /** It was not, or may not be, read. */
  record Refused(Failure failure) implements Answer {}
}
