@NullMarked
package io.appenv.operator.files;

import org.jspecify.annotations.NullMarked;
