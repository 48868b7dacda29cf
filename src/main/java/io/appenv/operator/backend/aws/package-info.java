/**
 * The ports of database, cache and network on the AWS SDK: the only place that knows the SDK.
 *
 * <p>Reads are listings of a whole region. Writes are single calls, one for each action. Names are
 * deterministic, so a write that is sent twice is answered with AlreadyExists and does no harm.
 */
@NullMarked
package io.appenv.operator.backend.aws;

import org.jspecify.annotations.NullMarked;
