@NullMarked
package io.appenv.operator.backend.prometheus;

import org.jspecify.annotations.NullMarked;
