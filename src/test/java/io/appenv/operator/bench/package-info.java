/**
 * {@code make bench}: what the operator costs and how fast it is with many environments at once.
 */
@NullMarked
package io.appenv.operator.bench;

import org.jspecify.annotations.NullMarked;
