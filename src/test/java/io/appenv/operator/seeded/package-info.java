/**
 * {@code make seeded-bugs}: defects of the worst kind are put into a copy of the sources, one after
 * the other, and the tests must notice each.
 */
@NullMarked
package io.appenv.operator.seeded;

import org.jspecify.annotations.NullMarked;
