/** What a changed manifest does to the tiers, as a plan: pure. */
@NullMarked
package io.appenv.operator.release;

import org.jspecify.annotations.NullMarked;
