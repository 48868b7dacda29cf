/** Where the programs of the control plane come from. */
@NullMarked
package io.appenv.operator.sandbox.programs;

import org.jspecify.annotations.NullMarked;
