package io.appenv.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;

/** Somebody outside of the environment who may connect to a part of it. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"to", "from", "ports", "reason"})
@ValidationRule(
    value = "(self.to in ['database', 'cache']) != (has(self.ports) && size(self.ports) > 0)",
    message =
        "a peer of a tier names the ports, and the database and the cache have one each; write "
            + "ports for a tier, and remove them for database and cache",
    fieldPath = ".ports")
@ValidationRule(
    value = "self.to in ['database', 'cache'] || !self.from.startsWith('sg-')",
    message =
        "a tier lets in addresses, as network policies know no security groups; write a range, "
            + "for example 10.0.0.0/16",
    fieldPath = ".from")
public record PeerSpec(
    @Required
        @Size(max = 20)
        @JsonPropertyDescription(
            "What it connects to: database, cache or the name of a tier. Required. Change: in "
                + "place.")
        String to,
    @Required
        @Size(max = 45)
        @ValidationRule(
            value =
                "self.matches('^sg-[0-9a-f]+$') || (isCIDR(self) && "
                    + "string(cidr(self).masked()) == self)",
            message =
                "write a range of addresses without bits of hosts, for example 10.0.0.0/16 or "
                    + "2001:db8::/32, or for database and cache the id of a security group, for "
                    + "example sg-0a1b2c3d4e5f67890")
        @JsonPropertyDescription(
            "Its addresses in CIDR notation, for example 10.0.0.0/16; for database and cache also "
                + "the id of the security group that it carries. Required. Change: in place.")
        String from,
    @Size(max = 10)
        @JsonPropertyDescription(
            "TCP ports of the tier, 1 to 65535 each; 1 to 10. Required in peers of tiers; the "
                + "database and the cache have ports of their own. Change: in place.")
        List<@Min(1) @Max(65535) Integer> ports,
    @Required
        @Size(min = 1, max = 200)
        @JsonPropertyDescription("Why, for whoever reads the manifest. Required. Change: in place.")
        String reason) {

  public PeerSpec {
    ports = ports == null ? List.of() : List.copyOf(ports);
  }
}
