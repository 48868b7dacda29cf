package io.appenv.operator.sandbox;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * etcd, API server, controller manager, scheduler, KWOK and metrics-server, each the real program,
 * on free ports of the loopback interface.
 */
public final class ControlPlane implements AutoCloseable {

  private static final String SERVICE_ACCOUNT_ISSUER = "https://kubernetes.default.svc";

  /** What every cluster has: a class of storage for claims that name none. */
  private static final String STORAGE_CLASS =
      """
      apiVersion: storage.k8s.io/v1
      kind: StorageClass
      metadata:
        name: standard
        annotations: {storageclass.kubernetes.io/is-default-class: "true"}
      provisioner: kubernetes.io/host-path
      """;

  private final Path directory;
  private final Path binaries;
  private final Certificates certificates;
  private final Deque<ManagedProcess> processes = new ArrayDeque<>();
  private final int apiServerPort;
  private final Etcd etcd;
  private final Path adminKubeconfig;

  private ControlPlane(Path directory, Path binaries, int apiServerPort, int etcdPort) {
    this.directory = directory;
    this.binaries = binaries;
    this.certificates = Certificates.create(directory.resolve("pki"));
    this.apiServerPort = apiServerPort;
    this.etcd = new Etcd(URI.create("http://127.0.0.1:" + etcdPort));
    var token = UUID.randomUUID().toString();
    writeTokens(token);
    this.adminKubeconfig =
        Kubeconfig.write(
            directory.resolve("admin.kubeconfig"), server(), certificates.authority(), token);
  }

  static ControlPlane start(Path directory, Path binaries, Consumer<String> progress) {
    var ports = FreePorts.several(6);
    var plane = new ControlPlane(directory, binaries, ports.get(0), ports.get(1));
    try {
      plane.startAll(ports, progress);
      return plane;
    } catch (RuntimeException failed) {
      plane.close();
      throw failed;
    }
  }

  private void startAll(List<Integer> ports, Consumer<String> progress) {
    progress.accept("starting etcd and the API server");
    startEtcd(ports.get(1), ports.get(2));
    var apiServer = startApiServer(ports.get(1));
    Waiting.until("the API server to be ready", apiServer, this::isReady);
    progress.accept("starting controller manager, scheduler, KWOK nodes and metrics-server");
    startControllerManager();
    startScheduler();
    kubectl().apply(STORAGE_CLASS);
    new FakeNodes(directory, binaries, certificates, kubectl()).start(ports.get(3), this::run);
    new MetricsServer(binaries, directory, adminKubeconfig, kubectl())
        .start(ports.get(4), this::run);
    Waiting.until("the nodes to be ready", apiServer, () -> FakeNodes.areReady(kubectl()));
  }

  private void writeTokens(String token) {
    try {
      Files.writeString(directory.resolve("tokens.csv"), token + ",admin,admin,system:masters\n");
    } catch (IOException failed) {
      throw new SandboxException("Cannot write to " + directory, failed);
    }
  }

  private ManagedProcess run(String name, List<String> command) {
    // A sandbox serves only this machine: no proxy and no foreign bundle of authorities applies.
    var process =
        ManagedProcess.start(
            name,
            directory,
            Map.of("KUBECONFIG", "", "HTTPS_PROXY", "", "https_proxy", ""),
            command);
    processes.push(process);
    return process;
  }

  private void startEtcd(int clientPort, int peerPort) {
    var client = "http://127.0.0.1:" + clientPort;
    var peer = "http://127.0.0.1:" + peerPort;
    run(
        "etcd",
        List.of(
            binary("etcd"),
            "--data-dir",
            directory.resolve("etcd").toString(),
            "--unsafe-no-fsync",
            "--listen-client-urls",
            client,
            "--advertise-client-urls",
            client,
            "--listen-peer-urls",
            peer,
            "--initial-advertise-peer-urls",
            peer,
            "--initial-cluster",
            "default=" + peer));
  }

  private ManagedProcess startApiServer(int etcdPort) {
    return run(
        "kube-apiserver",
        List.of(
            binary("kube-apiserver"),
            "--etcd-servers=http://127.0.0.1:" + etcdPort,
            "--bind-address=127.0.0.1",
            "--secure-port=" + apiServerPort,
            "--tls-cert-file=" + certificates.serverCertificate(),
            "--tls-private-key-file=" + certificates.serverKey(),
            "--client-ca-file=" + certificates.authority(),
            "--token-auth-file=" + directory.resolve("tokens.csv"),
            "--authorization-mode=RBAC",
            "--service-cluster-ip-range=10.0.0.0/16",
            // The defaults are those of a small cluster; the benchmark is not to measure them.
            "--max-requests-inflight=1600",
            "--max-mutating-requests-inflight=800",
            "--service-account-issuer=" + SERVICE_ACCOUNT_ISSUER,
            "--service-account-key-file=" + certificates.path("sa.pub"),
            "--service-account-signing-key-file=" + certificates.path("sa.key"),
            // What an aggregated API, such as that of metrics, needs.
            "--requestheader-client-ca-file=" + certificates.authority(),
            "--requestheader-allowed-names=front-proxy-client",
            "--requestheader-extra-headers-prefix=X-Remote-Extra-",
            "--requestheader-group-headers=X-Remote-Group",
            "--requestheader-username-headers=X-Remote-User",
            "--proxy-client-cert-file=" + certificates.path("front-proxy.crt"),
            "--proxy-client-key-file=" + certificates.path("front-proxy.key")));
  }

  private void startControllerManager() {
    run(
        "kube-controller-manager",
        List.of(
            binary("kube-controller-manager"),
            "--kubeconfig=" + adminKubeconfig,
            "--authentication-kubeconfig=" + adminKubeconfig,
            "--authorization-kubeconfig=" + adminKubeconfig,
            "--service-account-private-key-file=" + certificates.path("sa.key"),
            "--root-ca-file=" + certificates.authority(),
            "--use-service-account-credentials=true",
            "--cert-dir=" + directory.resolve("controller-manager"),
            "--secure-port=0",
            "--leader-elect=false",
            "--kube-api-qps=200",
            "--kube-api-burst=400",
            "--enable-hostpath-provisioner=true",
            // Minutes in a real cluster, seconds here, so that a test can watch it scale both ways.
            "--horizontal-pod-autoscaler-sync-period=2s",
            "--horizontal-pod-autoscaler-downscale-stabilization=5s",
            "--horizontal-pod-autoscaler-cpu-initialization-period=1s",
            "--horizontal-pod-autoscaler-initial-readiness-delay=1s"));
  }

  private void startScheduler() {
    run(
        "kube-scheduler",
        List.of(
            binary("kube-scheduler"),
            "--kubeconfig=" + adminKubeconfig,
            "--leader-elect=false",
            "--kube-api-qps=200",
            "--kube-api-burst=400",
            "--secure-port=0"));
  }

  private boolean isReady() {
    try {
      return kubectl().run("get", "--raw", "/readyz").contains("ok");
    } catch (SandboxException notYet) {
      return false;
    }
  }

  private String binary(String name) {
    return binaries.resolve(name).toString();
  }

  /** Whether etcd refuses all writes because its space is used up. */
  public void useUpSpace(boolean used) {
    etcd.useUpSpace(used);
  }

  public URI server() {
    return URI.create("https://127.0.0.1:" + apiServerPort);
  }

  /** The authority that signed the serving certificates, as PEM. */
  public Path authority() {
    return certificates.authority();
  }

  Certificates certificates() {
    return certificates;
  }

  public Path adminKubeconfig() {
    return adminKubeconfig;
  }

  public Kubectl kubectl() {
    return new Kubectl(binaries.resolve("kubectl"), adminKubeconfig);
  }

  @Override
  public void close() {
    while (!processes.isEmpty()) {
      processes.pop().close();
    }
  }
}
