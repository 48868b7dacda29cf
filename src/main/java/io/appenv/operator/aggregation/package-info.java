/**
 * The operator as an aggregated API server: external.metrics.k8s.io with TLS, and with
 * authentication and authorization delegated to the Kubernetes API server.
 */
@NullMarked
package io.appenv.operator.aggregation;

import org.jspecify.annotations.NullMarked;
