/** Overrides and sizes. */
@NullMarked
package io.appenv.operator.scaling;

import org.jspecify.annotations.NullMarked;
