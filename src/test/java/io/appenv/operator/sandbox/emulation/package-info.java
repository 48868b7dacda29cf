/** What AWS does and the emulator does not: states that take time, and corrected answers. */
@NullMarked
package io.appenv.operator.sandbox.emulation;

import org.jspecify.annotations.NullMarked;
