package io.appenv.operator.workload;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.utils.Serialization;

/** Pods as the kubelet and the scheduler leave them. */
final class Pods {

  private Pods() {}

  static Pod waiting(String name, String reason, String message) {
    return pod(
        name,
        """
          phase: Pending
          containerStatuses:
            - name: backend
              image: shop/backend:2
              ready: false
              state: {waiting: {reason: %s, message: '%s'}}
        """
            .formatted(reason, message));
  }

  static Pod crashing(String name, String lastReason, int exitCode, String backOff) {
    return pod(
        name,
        """
          phase: Running
          containerStatuses:
            - name: backend
              image: shop/backend:2
              ready: false
              state: {waiting: {reason: CrashLoopBackOff, message: 'back-off %s restarting'}}
              lastState: {terminated: {reason: %s, exitCode: %d}}
        """
            .formatted(backOff, lastReason, exitCode));
  }

  static Pod unschedulable(String name, String message) {
    return pod(
        name,
        """
          phase: Pending
          conditions:
            - {type: Initialized, status: "False", reason: Other}
            - {type: PodScheduled, status: "False", reason: Unschedulable, message: '%s'}
        """
            .formatted(message));
  }

  static Pod running(String name) {
    return pod(
        name,
        """
          phase: Running
          conditions: [{type: PodScheduled, status: "True"}]
          containerStatuses:
            - {name: backend, image: shop/backend:2, ready: true, state: {running: {}}}
        """);
  }

  /** A pod that serves, made from the template of a revision. */
  static Pod running(String name, String revision) {
    var pod = running(name);
    pod.getMetadata().getLabels().put(Revision.LABEL, revision);
    return pod;
  }

  static Pod deleted(Pod pod) {
    pod.getMetadata().setDeletionTimestamp("2026-01-01T00:00:00Z");
    return pod;
  }

  private static Pod pod(String name, String status) {
    return Serialization.unmarshal(
        """
        apiVersion: v1
        kind: Pod
        metadata:
          name: %s
          namespace: shop
          annotations: {much: text}
          labels: {appenv.io/tier: backend, appenv.io/revision: current}
          managedFields: [{manager: kubelet, operation: Update}]
        spec: {containers: [{name: backend, image: shop/backend:2}]}
        status:
        %s
        """
            .formatted(name, status),
        Pod.class);
  }
}
