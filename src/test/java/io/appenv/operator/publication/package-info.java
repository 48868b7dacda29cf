/** Tests of what an environment publishes. */
@NullMarked
package io.appenv.operator.publication;

import org.jspecify.annotations.NullMarked;
