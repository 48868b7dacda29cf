package io.appenv.operator.autoscaling;

import java.time.Instant;

/**
 * A number of requests per minute.
 *
 * @param at the end of the time it is about
 */
public record Sample(double value, Instant at) {}
