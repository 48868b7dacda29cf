@NullMarked
package io.appenv.operator.autoscaling;

import org.jspecify.annotations.NullMarked;
