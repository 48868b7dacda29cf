/** Holds the manifests that users apply to the tables of the requirements. */
@NullMarked
package io.appenv.operator.deploy;

import org.jspecify.annotations.NullMarked;
