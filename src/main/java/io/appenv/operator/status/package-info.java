/**
 * What an environment's status says. Pure: facts and the former status in, the new status out. The
 * former status comes back unchanged where nothing has changed, to the last time stamp.
 */
@NullMarked
package io.appenv.operator.status;

import org.jspecify.annotations.NullMarked;
