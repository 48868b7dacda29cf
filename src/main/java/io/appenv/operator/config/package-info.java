/** The operator's own configuration, typed; every setting has a default that suits production. */
@NullMarked
package io.appenv.operator.config;

import org.jspecify.annotations.NullMarked;
