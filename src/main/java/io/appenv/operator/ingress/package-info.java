/** How an environment is reached from outside: who may have a host, with which certificate. */
@NullMarked
package io.appenv.operator.ingress;

import org.jspecify.annotations.NullMarked;
