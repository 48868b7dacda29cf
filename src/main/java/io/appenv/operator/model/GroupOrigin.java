package io.appenv.operator.model;

/**
 * What was decided when a replication group was created, and is not changed by the operator.
 *
 * @param sharded in cluster mode, of which no spec says anything
 * @param global a member of a global datastore, which is changed through that
 * @param encrypted on disk and on the wire
 * @param authenticated whether clients need an AUTH token
 */
public record GroupOrigin(
    boolean sharded, boolean global, boolean encrypted, boolean authenticated) {}
