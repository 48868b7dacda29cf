/**
 * The custom resources, exactly as users read and write them.
 *
 * <p>Everything here mirrors the manifest: optional parts are nullable, lists and maps are never
 * null, and no default is filled in. The schema and its CEL rules are generated from the
 * annotations, so an object that the API server has accepted is well formed; one that was stored
 * before a rule existed may not be, and is still readable.
 */
@NullMarked
package io.appenv.operator.api.v1alpha1;

import org.jspecify.annotations.NullMarked;
