/**
 * Pure builders of the Kubernetes objects a tier consists of, and the reading of what became of
 * them.
 */
@NullMarked
package io.appenv.operator.workload;

import org.jspecify.annotations.NullMarked;
