@NullMarked
package io.appenv.operator.aggregation;

import org.jspecify.annotations.NullMarked;
