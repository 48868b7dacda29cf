package io.appenv.operator.model;

/**
 * What was decided when a replication group was created, and is not changed by the operator.
 *
 * @param sharded in cluster mode, of which no spec says anything
 * @param global a member of a global datastore, which is changed through that
 * @param encrypted on disk
 * @param userGroups whether clients log in as users of a user group, beside which there is no token
 */
public record GroupOrigin(boolean sharded, boolean global, boolean encrypted, boolean userGroups) {}
