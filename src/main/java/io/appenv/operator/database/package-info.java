@NullMarked
package io.appenv.operator.database;

import org.jspecify.annotations.NullMarked;
