package io.appenv.operator.testing;

import io.appenv.operator.sandbox.FreePorts;
import io.appenv.operator.sandbox.Kubectl;
import io.appenv.operator.sandbox.RunningOperator;
import io.appenv.operator.sandbox.Sandbox;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * The way from the sandbox's API server to metrics of an operator that runs outside of it: a
 * Service of type ExternalName leads to this machine.
 */
public final class ServedMetrics {

  private static final String SERVICE = "request-metrics";
  private static final String POD = "operator-in-the-cluster";
  private static final String API_SERVICE = "v1beta1.external.metrics.k8s.io";

  private final Kubectl kubectl;
  private final int port = FreePorts.one();

  public ServedMetrics(Sandbox sandbox) {
    this.kubectl = sandbox.controlPlane().kubectl();
  }

  /** Has the operator serve them. */
  public static ServedMetrics by(RunningOperator operator, Sandbox sandbox) {
    var metrics = new ServedMetrics(sandbox);
    metrics.prepare();
    operator.restart(metrics.settings());
    return metrics;
  }

  /** Stops the operator, and removes what leads to it. */
  public void end(RunningOperator operator) {
    operator.stop();
    remove();
  }

  public void prepare() {
    kubectl.run("apply", "-f", "src/test/resources/kubernetes/target-group-binding.yaml");
    kubectl.run("wait", "--for=condition=Established", "crd/targetgroupbindings.elbv2.k8s.aws");
    kubectl.apply(
        """
        apiVersion: v1
        kind: Service
        metadata: {name: %s, namespace: appenv-system}
        spec: {type: ExternalName, externalName: localhost, ports: [{port: %d}]}
        ---
        apiVersion: v1
        kind: Pod
        metadata: {name: %s, namespace: appenv-system}
        spec:
          securityContext: {runAsNonRoot: true, seccompProfile: {type: RuntimeDefault}}
          containers:
            - name: operator
              image: registry.example.com/appenv/appenv-operator:1
              securityContext:
                allowPrivilegeEscalation: false
                capabilities: {drop: [ALL]}
        """
            .formatted(SERVICE, port, POD));
  }

  /** Of the operator: often, so that a test need not wait for a minute. */
  public List<String> settings() {
    return List.of(
        "-Dappenv.external-metrics.enabled=true",
        "-Dappenv.external-metrics.port=" + port,
        "-Dappenv.external-metrics.service=" + SERVICE,
        "-Dappenv.external-metrics.service-port=" + port,
        "-Dappenv.external-metrics.pod=" + POD,
        "-Dappenv.external-metrics.interval=1s");
  }

  /** What would keep the API server from telling what it serves once the operator is gone. */
  public void remove() {
    kubectl.run("delete", "apiservice", API_SERVICE, "--ignore-not-found");
    kubectl.run("delete", "service", SERVICE, "-n", "appenv-system", "--ignore-not-found");
    kubectl.run("delete", "pod", POD, "-n", "appenv-system", "--ignore-not-found");
    kubectl.run("delete", "crd", "targetgroupbindings.elbv2.k8s.aws", "--ignore-not-found");
  }

  /** Has another one hold the API. */
  public void giveToAnother() {
    kubectl.run("delete", "apiservice", API_SERVICE, "--ignore-not-found");
    kubectl.apply(
        """
        apiVersion: apiregistration.k8s.io/v1
        kind: APIService
        metadata: {name: %s}
        spec:
          group: external.metrics.k8s.io
          version: v1beta1
          groupPriorityMinimum: 100
          versionPriority: 100
          insecureSkipTLSVerify: true
          service: {name: keda-operator-metrics-apiserver, namespace: keda, port: 443}
        """
            .formatted(API_SERVICE));
  }

  /** The APIService as it is stored. */
  public String registration() {
    return kubectl.run("get", "apiservice", API_SERVICE, "-o", "yaml");
  }

  /** Whether the operator's pod is the one that the Service of deploy/base selects. */
  public String podLabel() {
    return kubectl.run(
        "get",
        "pod",
        POD,
        "-n",
        "appenv-system",
        "-o",
        "jsonpath={.metadata.labels.appenv\\.io/serves-metrics}");
  }

  /** A token of a new ServiceAccount, which may nothing. */
  public String token(String namespace, String account) {
    kubectl.run("create", "serviceaccount", account, "-n", namespace);
    return kubectl.run("create", "token", account, "-n", namespace).strip();
  }

  /** Lets a ServiceAccount read the metric in its own namespace. */
  public void allow(String namespace, String account) {
    kubectl.apply(
        """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: Role
        metadata: {name: metrics, namespace: %1$s}
        rules:
          - {apiGroups: [external.metrics.k8s.io], resources: [appenv-requests-per-minute], verbs: [list]}
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: RoleBinding
        metadata: {name: metrics, namespace: %1$s}
        roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: metrics}
        subjects: [{kind: ServiceAccount, name: %2$s, namespace: %1$s}]
        """
            .formatted(namespace, account));
  }

  public static String path(String namespace) {
    return "/apis/external.metrics.k8s.io/v1beta1/namespaces/"
        + namespace
        + "/appenv-requests-per-minute";
  }

  /** Asks the operator itself, past the API server. */
  public HttpResponse<String> ask(String path, String... headers) {
    var request =
        HttpRequest.newBuilder(URI.create("https://127.0.0.1:%d%s".formatted(port, path)));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try (var client = HttpClient.newBuilder().sslContext(trusting()).build()) {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException failed) {
      throw new IllegalStateException("The operator does not answer", failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  private static SSLContext trusting() {
    try {
      var context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {new AnyServer()}, null);
      return context;
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }

  /** The API server checks the certificate; here it would be in the way. */
  private static final class AnyServer extends X509ExtendedTrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
