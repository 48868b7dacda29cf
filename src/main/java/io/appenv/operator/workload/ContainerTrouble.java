package io.appenv.operator.workload;

import io.appenv.operator.model.Reason;
import io.fabric8.kubernetes.api.model.ContainerState;
import io.fabric8.kubernetes.api.model.ContainerStateTerminated;
import io.fabric8.kubernetes.api.model.ContainerStateWaiting;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.Optional;

/** Reads why a container waits. The reasons are the kubelet's, which writes them down nowhere. */
final class ContainerTrouble {

  private ContainerTrouble() {}

  static Optional<Trouble> of(Pod pod, ContainerStatus container) {
    return Optional.ofNullable(container.getState())
        .map(ContainerState::getWaiting)
        .filter(waiting -> waiting.getReason() != null)
        .flatMap(waiting -> read(pod, container, waiting));
  }

  private static Optional<Trouble> read(
      Pod pod, ContainerStatus container, ContainerStateWaiting waiting) {
    return switch (waiting.getReason()) {
      case "ImagePullBackOff", "ErrImagePull", "ErrImageNeverPull", "RegistryUnavailable" ->
          Optional.of(imageNotPulled(pod, container, waiting));
      case "InvalidImageName" -> Optional.of(imageNameInvalid(container));
      case "CrashLoopBackOff" -> Optional.of(crashing(pod, container));
      case "CreateContainerConfigError", "CreateContainerError", "RunContainerError" ->
          Optional.of(notStarted(pod, container, waiting));
      default -> Optional.empty();
    };
  }

  private static Trouble imageNotPulled(
      Pod pod, ContainerStatus container, ContainerStateWaiting waiting) {
    return new Trouble(
        Reason.IMAGE_PULL_FAILED,
        "Pod %s cannot pull image %s: %s"
            .formatted(
                pod.getMetadata().getName(),
                container.getImage(),
                Sentence.ofPull(waiting.getMessage())));
  }

  private static Trouble imageNameInvalid(ContainerStatus container) {
    return new Trouble(
        Reason.IMAGE_PULL_FAILED,
        "Image name %s of container %s is not valid; correct the tier's image."
            .formatted(container.getImage(), container.getName()));
  }

  /** Not the kubelet's message: that tells the back-off, which is another one every time. */
  private static Trouble crashing(Pod pod, ContainerStatus container) {
    return new Trouble(
        Reason.CONTAINER_FAILED,
        "Container %s of pod %s %s and is restarted again and again (CrashLoopBackOff); read why with kubectl logs %s --previous."
            .formatted(
                container.getName(),
                pod.getMetadata().getName(),
                end(container),
                pod.getMetadata().getName()));
  }

  private static String end(ContainerStatus container) {
    return Optional.ofNullable(container.getLastState())
        .map(ContainerState::getTerminated)
        .map(ContainerTrouble::end)
        .orElse("ends");
  }

  private static String end(ContainerStateTerminated terminated) {
    return "OOMKilled".equals(terminated.getReason())
        ? "needs more memory than its limit (OOMKilled)"
        : "ends with exit code " + terminated.getExitCode();
  }

  private static Trouble notStarted(
      Pod pod, ContainerStatus container, ContainerStateWaiting waiting) {
    return new Trouble(
        Reason.CONTAINER_FAILED,
        "Container %s of pod %s cannot start (%s): %s"
            .formatted(
                container.getName(),
                pod.getMetadata().getName(),
                waiting.getReason(),
                Sentence.of(waiting.getMessage())));
  }
}
