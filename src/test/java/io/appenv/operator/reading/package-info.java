/** Tests of readings at intervals. */
@NullMarked
package io.appenv.operator.reading;

import org.jspecify.annotations.NullMarked;
