@NullMarked
package io.appenv.operator.observability;

import org.jspecify.annotations.NullMarked;
