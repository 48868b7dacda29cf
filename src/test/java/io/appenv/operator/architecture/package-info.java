/** The rooms of the operator as executable rules. */
@NullMarked
package io.appenv.operator.architecture;

import org.jspecify.annotations.NullMarked;
