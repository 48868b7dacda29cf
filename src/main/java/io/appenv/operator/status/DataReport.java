package io.appenv.operator.status;

import io.appenv.operator.model.Endpoint;
import java.util.Optional;

/**
 * How a data store that runs in the cluster is doing.
 *
 * @param endpoint where it is reached, once it is known
 * @param message why it is not ready
 */
public record DataReport(boolean ready, Optional<Endpoint> endpoint, Optional<String> message) {}
