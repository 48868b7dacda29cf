package io.appenv.operator.model;

import java.util.Optional;

/**
 * One call that changes something in AWS, as an auditor asks for it.
 *
 * @param why as the plan said; never a secret
 * @param plan hash of the plan it was made for: the approved one where there is an approval
 * @param failure what became of it; empty where AWS took it
 */
public record AwsWrite(
    String region,
    String operation,
    ResourceRef target,
    String why,
    String plan,
    Requester requester,
    Receipt receipt,
    Optional<Failure> failure) {}
