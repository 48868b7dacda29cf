/**
 * The recording proxies on the operator's two wires, to the API server and to AWS: what was asked
 * is written down, and what can go wrong between two machines can be made to go wrong.
 */
@NullMarked
package io.appenv.operator.sandbox.wire;

import org.jspecify.annotations.NullMarked;
