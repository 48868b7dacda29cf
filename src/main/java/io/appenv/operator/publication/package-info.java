/** What an environment publishes of itself in AWS: its plan and its end, and the port. Pure. */
@NullMarked
package io.appenv.operator.publication;

import org.jspecify.annotations.NullMarked;
