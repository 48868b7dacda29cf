package io.appenv.operator.model;

/**
 * A plan that a person wants carried out outside of the maintenance window.
 *
 * @param plan its hash
 * @param reason for those who read of it later
 */
public record Emergency(String plan, String reason) {}
