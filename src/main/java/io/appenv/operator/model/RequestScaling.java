package io.appenv.operator.model;

/**
 * Scaling by requests.
 *
 * @param perMinute requests per minute and pod to hold
 */
public record RequestScaling(int perMinute, RequestSource source) {}
