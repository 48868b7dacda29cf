@NullMarked
package io.appenv.operator.release;

import org.jspecify.annotations.NullMarked;
