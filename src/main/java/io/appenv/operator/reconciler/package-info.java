/** The edge: what runs when something changed, and the only place that acts. */
@NullMarked
package io.appenv.operator.reconciler;

import org.jspecify.annotations.NullMarked;
