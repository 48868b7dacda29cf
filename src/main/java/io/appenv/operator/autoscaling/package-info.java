/** Pure builders of what scales a tier. */
@NullMarked
package io.appenv.operator.autoscaling;

import org.jspecify.annotations.NullMarked;
