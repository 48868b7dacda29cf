package io.appenv.operator.model;

/**
 * What the tiers have no room for, should they grow to their most pods.
 *
 * @param message one sentence with the remedy
 */
public record SizingFinding(Reason reason, String message) {}
