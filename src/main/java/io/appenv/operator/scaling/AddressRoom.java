package io.appenv.operator.scaling;

import io.appenv.operator.model.AddressRange;
import io.appenv.operator.model.DesiredTier;
import io.appenv.operator.model.NetworkFacts.Subnet;
import io.appenv.operator.model.Reason;
import io.appenv.operator.model.SizingFinding;
import java.util.List;
import java.util.Optional;

/**
 * Whether the private subnets have an address for each pod, as pods have with the VPC CNI. How many
 * are free just now changes with every pod, so the whole is counted: what exceeds that never fits.
 *
 * @param subnets those that are private
 */
record AddressRoom(List<Subnet> subnets, List<DesiredTier> tiers) {

  /** The first four addresses of a subnet and the last one are kept by AWS. */
  private static final long KEPT_BY_AWS = 5;

  Optional<SizingFinding> finding() {
    var addresses =
        subnets.stream()
            .flatMap(subnet -> subnet.ranges().stream())
            .flatMap(range -> AddressRange.parse(range).stream())
            .mapToLong(range -> range.size() - KEPT_BY_AWS)
            .sum();
    var pods = tiers.stream().mapToLong(tier -> tier.scaling().max()).sum();
    return addresses > 0 && pods > addresses
        ? Optional.of(
            new SizingFinding(
                Reason.ADDRESSES_SHORT,
                ("Scaling allows %d pods, and the private subnets of the VPC have %d addresses in"
                        + " all; allow fewer pods, or add subnets tagged"
                        + " kubernetes.io/role/internal-elb=1.")
                    .formatted(pods, addresses)))
        : Optional.empty();
  }
}
