/** The data services of the Development stage: plain servers beside the workloads, no AWS. */
@NullMarked
package io.appenv.operator.backend.incluster;

import org.jspecify.annotations.NullMarked;
