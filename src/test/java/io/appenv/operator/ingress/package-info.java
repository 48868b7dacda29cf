@NullMarked
package io.appenv.operator.ingress;

import org.jspecify.annotations.NullMarked;
