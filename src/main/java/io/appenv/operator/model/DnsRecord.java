package io.appenv.operator.model;

/**
 * A record in DNS.
 *
 * @param name fully qualified, without the dot at the end
 * @param type such as CNAME
 * @param value without the dot at the end
 */
public record DnsRecord(String name, String type, String value) {

  public DnsRecord {
    name = undotted(name);
    value = undotted(value);
  }

  /** Route 53 and ACM write names with a dot at the end, or without. */
  private static String undotted(String text) {
    return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
  }

  /** Whether a zone of this name is where it has to be. */
  public boolean isOf(String zone) {
    var plain = undotted(zone);
    return name.equals(plain) || name.endsWith("." + plain);
  }
}
