/**
 * A real control plane and an AWS endpoint on this machine, for tests and for people: one harness
 * starts both.
 */
@NullMarked
package io.appenv.operator.sandbox;

import org.jspecify.annotations.NullMarked;
