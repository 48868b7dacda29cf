@NullMarked
package io.appenv.operator.workload;

import org.jspecify.annotations.NullMarked;
