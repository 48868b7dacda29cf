package io.appenv.operator.resolver;

/** Tells the name of an environment's AWS resources before there is an environment. */
public final class PredictedName {

  private PredictedName() {}

  public static String of(String cluster, String namespace, String name) {
    return AwsNames.of(cluster, namespace, name, "").base();
  }

  /** Of the snapshot that is taken when it is deleted. */
  public static String finalSnapshot(String cluster, String namespace, String name, String uid) {
    return AwsNames.of(cluster, namespace, name, uid).finalSnapshot();
  }
}
