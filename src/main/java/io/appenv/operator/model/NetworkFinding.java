package io.appenv.operator.model;

/**
 * What is amiss in a network that can be used all the same.
 *
 * @param message one sentence with the remedy
 */
public record NetworkFinding(Reason reason, String message) {}
