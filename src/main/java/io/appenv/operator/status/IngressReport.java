package io.appenv.operator.status;

import io.appenv.operator.model.NetworkFinding;
import java.util.Optional;

/**
 * How the way into an environment is doing.
 *
 * @param host of the Ingress that is there
 * @param address where its controller says that it is reached
 * @param finding what is amiss, though nothing stands in the way
 */
public record IngressReport(
    Optional<String> host, Optional<String> address, Optional<NetworkFinding> finding) {}
