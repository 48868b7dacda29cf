/** What tests against a running operator say and ask: environments under test, and AWS itself. */
@NullMarked
package io.appenv.operator.testing;

import org.jspecify.annotations.NullMarked;
