/** One dependent per Kubernetes kind; what they apply comes from the pure builders. */
@NullMarked
package io.appenv.operator.dependent;

import org.jspecify.annotations.NullMarked;
