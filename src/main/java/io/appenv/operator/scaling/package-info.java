/** What ScaleOverrides make of tiers, and whether what tiers may grow to has room. Pure. */
@NullMarked
package io.appenv.operator.scaling;

import org.jspecify.annotations.NullMarked;
