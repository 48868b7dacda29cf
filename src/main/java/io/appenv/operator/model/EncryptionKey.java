package io.appenv.operator.model;

/** KMS keys as a spec names them, beside the ARN that AWS tells. */
public final class EncryptionKey {

  private static final String ID = ":key/";

  private EncryptionKey() {}

  /** Whether a spec names another key than the one in use. Of an alias that cannot be told. */
  public static boolean isOther(String wanted, String used) {
    return !isAlias(wanted) && !id(wanted).equals(id(used));
  }

  public static boolean isAlias(String key) {
    return key.contains("alias/");
  }

  private static String id(String key) {
    var start = key.indexOf(ID);
    return start < 0 ? key : key.substring(start + ID.length());
  }
}
