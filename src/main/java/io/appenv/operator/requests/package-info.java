/** The numbers of requests that autoscalers ask for: who wants which, and what was read last. */
@NullMarked
package io.appenv.operator.requests;

import org.jspecify.annotations.NullMarked;
