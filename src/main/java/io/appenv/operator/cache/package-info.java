@NullMarked
package io.appenv.operator.cache;

import org.jspecify.annotations.NullMarked;
