package io.appenv.operator.model;

import java.util.Optional;

/**
 * Who wants what an environment shall be, as far as Kubernetes keeps it: by the field manager a
 * client writes with, such as {@code argocd-controller} or {@code kubectl-edit}. The name of the
 * person is in the audit log of the API server alone.
 *
 * @param declared who wrote the spec last; empty where nothing tells
 * @param approved who wrote the approval of the plan; empty where there is none
 */
public record Requester(Optional<String> declared, Optional<String> approved) {}
