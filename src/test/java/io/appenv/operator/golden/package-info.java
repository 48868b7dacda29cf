/**
 * Kubernetes objects derived from an environment, compared with files that read as documentation.
 */
@NullMarked
package io.appenv.operator.golden;

import org.jspecify.annotations.NullMarked;
