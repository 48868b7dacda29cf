/** Reading at intervals, outside of passes, what environments want. */
@NullMarked
package io.appenv.operator.reading;

import org.jspecify.annotations.NullMarked;
