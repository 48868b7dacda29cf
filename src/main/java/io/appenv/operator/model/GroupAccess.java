package io.appenv.operator.model;

/**
 * How clients get into a replication group.
 *
 * @param authenticated whether it knows an AUTH token
 */
public record GroupAccess(TransitEncryption transit, boolean authenticated) {}
