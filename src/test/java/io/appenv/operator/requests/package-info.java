@NullMarked
package io.appenv.operator.requests;

import org.jspecify.annotations.NullMarked;
