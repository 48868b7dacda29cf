@NullMarked
package io.appenv.operator.network;

import org.jspecify.annotations.NullMarked;
