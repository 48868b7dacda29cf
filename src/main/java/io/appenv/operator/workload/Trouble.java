package io.appenv.operator.workload;

import io.appenv.operator.model.Reason;

/**
 * Why pods do not run.
 *
 * @param message one sentence that stays the same while the cause does, so that it can stand in a
 *     status without being written again at every attempt of the kubelet
 */
public record Trouble(Reason reason, String message) {}
