package io.appenv.operator.testing;

import io.appenv.operator.sandbox.Sandbox;
import java.util.List;

/**
 * Production with everything at once: pods and load balancer carry security groups, a certificate
 * is asked for, validated and later replaced, and each tier is scaled by its requests too. What
 * controllers of the cluster do about it is done here.
 */
public final class WholeCourse implements Course, AutoCloseable {

  /** The group of the cluster, which pods carry beside their own. */
  public static final String CLUSTER_GROUP = "sg-0c1a57e4";

  private static final String WHOLE =
      """
      spec:
        network:
          securityGroups: {pods: {clusterGroup: %s}}
          ingress:
            host: %s
            certificate: {hostedZoneId: %s}
        tiers:
          - name: frontend
            image: registry.example.com/shop/frontend:1.0.0
            resources: {cpu: "1", memory: 2Gi}
            accepts:
              - {from: LoadBalancer, ports: [80, 443]}
            scaling: {min: 2, max: 6, cpuPercent: 70, requestsPerMinute: 1000}
          - name: backend
            image: registry.example.com/shop/backend:1.0.0
            resources: {cpu: "2", memory: 4Gi}
            accepts:
              - {from: frontend, ports: [8000]}
            uses: [database, cache]
            scaling:
              min: 2
              max: 8
              cpuPercent: 70
              memoryPercent: 80
              requestsPerMinute: 800
              requests: {source: CloudWatch, cloudWatch: %s}
      """;

  private final Sandbox sandbox;
  private final TestCertificates certificates;
  private final String data;

  /**
   * @param data what becomes of the data in the end: more of the spec, in YAML
   */
  public WholeCourse(Sandbox sandbox, String data) {
    this.sandbox = sandbox;
    this.certificates = new TestCertificates(sandbox);
    this.data = data;
  }

  /** The host that it has first. */
  public static String firstHost(EnvironmentUnderTest environment) {
    return "shop." + domain(environment);
  }

  /** The host that it changes to. */
  public static String secondHost(EnvironmentUnderTest environment) {
    return "store." + domain(environment);
  }

  private static String domain(EnvironmentUnderTest environment) {
    return environment.namespace() + ".example.com";
  }

  @Override
  public void create(EnvironmentUnderTest environment) {
    var zone = certificates.zone(domain(environment));
    receiveRequests(environment);
    try (var load = load(environment)) {
      environment.apply(
          WHOLE.formatted(CLUSTER_GROUP, firstHost(environment), zone, load.ownMetric())
              + data.indent(2));
    }
    environment.awaitReason("IngressReady", "Creating");
    new IngressUnderTest(environment).serveAt("k8s-shop-1234567890.elb.example.com");
    awaitRest(environment);
  }

  @Override
  public void change(EnvironmentUnderTest environment) {
    receiveRequests(environment);
    environment.patchSpec("network: {ingress: {host: %s}}".formatted(secondHost(environment)));
    environment.await(
        "the end of the former certificate of " + environment,
        it ->
            it.getStatus().inventory().stream()
                .noneMatch(row -> row.name().equals(firstHost(environment))));
    awaitRest(environment);
  }

  /** So few that they scale no tier, even if they are told of the same minute twice. */
  private void receiveRequests(EnvironmentUnderTest environment) {
    try (var load = load(environment)) {
      sandbox
          .controlPlane()
          .kubectl()
          .apply(load.binding(environment.namespace(), "production-frontend"));
      load.report(1, 400);
      load.reportOwn(1, 500);
    }
  }

  public RequestLoad load(EnvironmentUnderTest environment) {
    return new RequestLoad(sandbox, environment.namespace());
  }

  /** Also when all numbers of requests are known. */
  private static void awaitRest(EnvironmentUnderTest environment) {
    Life.awaitSettled(environment);
    for (var condition : List.of("IngressReady", "NetworkReady", "WorkloadsReady")) {
      environment.awaitReason(condition, "Available");
    }
    Life.awaitSettled(environment);
  }

  @Override
  public void close() {
    certificates.close();
  }
}
