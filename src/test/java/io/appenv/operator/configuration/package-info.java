@NullMarked
package io.appenv.operator.configuration;

import org.jspecify.annotations.NullMarked;
