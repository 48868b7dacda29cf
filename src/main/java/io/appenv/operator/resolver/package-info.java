/**
 * Turns a stored spec into {@link io.appenv.operator.model.Desired}: defaults of the stage filled
 * in, network looked up, names decided. Pure. A spec that does not fit becomes failures that name
 * the field and the remedy, never an exception, because a stored object may be older than a rule.
 */
@NullMarked
package io.appenv.operator.resolver;

import org.jspecify.annotations.NullMarked;
