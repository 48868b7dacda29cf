package io.appenv.operator.ingress;

import io.appenv.operator.model.Certificate;
import io.appenv.operator.model.DnsRecord;
import io.appenv.operator.model.Sighting;
import java.util.Optional;

/**
 * What decides about an Ingress.
 *
 * @param certificate the one that the Ingress is to have
 * @param record by which ACM sees whose the host is, where the operator asks for the certificate
 * @param classes the controllers that the cluster has
 * @param hostTaken whether another environment has the host
 * @param present the host of the Ingress that is there
 * @param securityGroup id of the group that the load balancer has to carry, as pods let in that one
 *     only; empty where its controller makes one
 */
public record RoutingFacts(
    Sighting<Certificate> certificate,
    Optional<DnsRecord> record,
    KnownClasses classes,
    boolean hostTaken,
    Optional<String> present,
    Optional<Sighting<String>> securityGroup) {}
