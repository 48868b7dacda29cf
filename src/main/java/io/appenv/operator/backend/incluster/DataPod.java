package io.appenv.operator.backend.incluster;

import io.appenv.operator.workload.RestrictedSecurity;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.EmptyDirVolumeSource;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodSpecBuilder;
import io.fabric8.kubernetes.api.model.ProbeBuilder;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.VolumeMountBuilder;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The pod of a data server, as restricted as a tier's. */
final class DataPod {

  /** Long enough for PostgreSQL to write its last checkpoint. */
  private static final long GRACE_SECONDS = 60;

  private DataPod() {}

  static PodSpec build(DataServer server) {
    return new PodSpecBuilder()
        .withAutomountServiceAccountToken(false)
        .withEnableServiceLinks(false)
        .withTerminationGracePeriodSeconds(GRACE_SECONDS)
        .withSecurityContext(
            RestrictedSecurity.pod()
                .withRunAsUser(server.user())
                .withRunAsGroup(server.group())
                .withFsGroup(server.group())
                .withFsGroupChangePolicy("OnRootMismatch")
                .build())
        .withContainers(container(server))
        .withVolumes(scratchVolumes(server))
        .build();
  }

  private static Container container(DataServer server) {
    return new ContainerBuilder()
        .withName(server.product())
        .withImage(server.image())
        .withCommand(server.command())
        .withEnv(server.variables())
        .addNewPort()
        .withName(server.product())
        .withContainerPort(server.port())
        .withProtocol("TCP")
        .endPort()
        .withNewResources()
        .addToRequests("cpu", server.cpu())
        .addToRequests("memory", server.memory())
        .addToLimits("memory", server.memory())
        .endResources()
        .withSecurityContext(RestrictedSecurity.container(true))
        .withStartupProbe(asking(server).withPeriodSeconds(3).withFailureThreshold(60).build())
        .withReadinessProbe(asking(server).withPeriodSeconds(5).withFailureThreshold(3).build())
        .withLivenessProbe(asking(server).withPeriodSeconds(20).withFailureThreshold(6).build())
        .withVolumeMounts(mounts(server))
        .build();
  }

  private static ProbeBuilder asking(DataServer server) {
    return new ProbeBuilder()
        .withTimeoutSeconds(5)
        .withNewExec()
        .withCommand(server.probe())
        .endExec();
  }

  private static List<VolumeMount> mounts(DataServer server) {
    var data = mount(DataStatefulSet.VOLUME, DataServer.DATA_PATH);
    var scratch =
        new TreeMap<>(server.scratchPaths())
            .entrySet().stream().map(entry -> mount(entry.getKey(), entry.getValue()));
    return Stream.concat(Stream.of(data), scratch).toList();
  }

  private static VolumeMount mount(String volume, String path) {
    return new VolumeMountBuilder().withName(volume).withMountPath(path).build();
  }

  private static List<Volume> scratchVolumes(DataServer server) {
    return server.scratchPaths().keySet().stream()
        .sorted()
        .map(
            name ->
                new VolumeBuilder().withName(name).withEmptyDir(new EmptyDirVolumeSource()).build())
        .toList();
  }
}
