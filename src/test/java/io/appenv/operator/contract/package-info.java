/** What every backend of the data services has to do, or else to say that it does not. */
@NullMarked
package io.appenv.operator.contract;

import org.jspecify.annotations.NullMarked;
