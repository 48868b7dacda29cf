/** The bucket of an environment: its settings, its plan and its end, and the port to it. Pure. */
@NullMarked
package io.appenv.operator.files;

import org.jspecify.annotations.NullMarked;
