/** The port to numbers of requests, through a Prometheus. */
@NullMarked
package io.appenv.operator.backend.prometheus;

import org.jspecify.annotations.NullMarked;
