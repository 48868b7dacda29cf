package io.appenv.operator.model;

import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The description AWS asks for with a group. It says whose the group is, to people who read the
 * console, and to the operator while AWS does not hand out tags.
 */
public final class Descriptions {

  private static final Pattern FORM =
      Pattern.compile(
          "appenv environment (?<namespace>[^/,]+)/(?<name>[^/,]+), uid (?<uid>[^,]+),"
              + " cluster (?<cluster>[^,]+)");

  private Descriptions() {}

  public static String of(Map<String, String> tags) {
    return "appenv environment %s/%s, uid %s, cluster %s"
        .formatted(
            tags.getOrDefault(Ownership.NAMESPACE, ""),
            tags.getOrDefault(Ownership.NAME, ""),
            tags.getOrDefault(Ownership.UID, ""),
            tags.getOrDefault(Ownership.CLUSTER, ""));
  }

  /** The owner's tags as far as the description tells them; none when it is not of this form. */
  public static Map<String, String> ownership(@Nullable String description) {
    var match = FORM.matcher(description == null ? "" : description);
    return match.matches()
        ? Map.of(
            Ownership.NAMESPACE, match.group("namespace"),
            Ownership.NAME, match.group("name"),
            Ownership.UID, match.group("uid"),
            Ownership.CLUSTER, match.group("cluster"))
        : Map.of();
  }
}
