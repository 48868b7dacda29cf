/** What the variables of tiers come to: where they may be read, and the set that they make. */
@NullMarked
package io.appenv.operator.configuration;

import org.jspecify.annotations.NullMarked;
