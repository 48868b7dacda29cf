/** What people and monitors see of the operator besides status: events, metrics, health. */
@NullMarked
package io.appenv.operator.observability;

import org.jspecify.annotations.NullMarked;
