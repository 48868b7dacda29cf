/**
 * The pure centre: what is wanted, what was seen, and the plan between the two. Immutable data and
 * functions over it; no I/O, no clock, no randomness.
 */
@NullMarked
package io.appenv.operator.model;

import org.jspecify.annotations.NullMarked;
