@NullMarked
package io.appenv.operator.dependent;

import org.jspecify.annotations.NullMarked;
