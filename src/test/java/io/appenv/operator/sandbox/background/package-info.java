/** A sandbox that goes on running when the command that started it has ended. */
@NullMarked
package io.appenv.operator.sandbox.background;

import org.jspecify.annotations.NullMarked;
