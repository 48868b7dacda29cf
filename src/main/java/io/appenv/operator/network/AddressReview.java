package io.appenv.operator.network;

import io.appenv.operator.model.AddressRange;
import io.appenv.operator.model.NetworkFacts.Vpc;
import io.appenv.operator.model.NetworkFinding;
import io.appenv.operator.model.Reason;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether addresses of a VPC are those of Services too. EKS asks this of the ranges that its VPC
 * has when the cluster is created; of those that come later, and of another VPC, nobody does.
 * Ranges of peers are no matter of this: EC2 refuses a peering, and a range, that would overlap.
 */
record AddressReview(AddressRange services) {

  Stream<NetworkFinding> of(Vpc vpc) {
    return vpc.ranges().stream()
        .map(AddressRange::parse)
        .flatMap(Optional::stream)
        .filter(services::overlaps)
        .sorted(Comparator.comparing(AddressRange::first))
        .map(
            range ->
                new NetworkFinding(
                    Reason.ADDRESSES_OVERLAP,
                    ("Range %s of VPC %s overlaps with the cluster's addresses of Services, %s, so pods"
                            + " may not reach what is there; place the data stores in subnets of"
                            + " another range.")
                        .formatted(range, vpc.id(), services)));
  }
}
