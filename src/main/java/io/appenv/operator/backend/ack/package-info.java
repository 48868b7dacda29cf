/**
 * Changes RDS and ElastiCache through the resources of the ACK controllers (AWS Controllers for
 * Kubernetes). AWS is read as ever; only writes go this way.
 */
@NullMarked
package io.appenv.operator.backend.ack;

import org.jspecify.annotations.NullMarked;
