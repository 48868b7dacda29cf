/** {@code make demo}: the production sample on the sandbox, from nothing to Ready. */
@NullMarked
package io.appenv.operator.demo;

import org.jspecify.annotations.NullMarked;
