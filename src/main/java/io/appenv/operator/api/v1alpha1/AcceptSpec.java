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

/** One permitted source of connections to a tier. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"from", "ports"})
public record AcceptSpec(
    @Required
        @Size(max = 63)
        @JsonPropertyDescription(
            "Who connects: LoadBalancer, or the name of another tier. Required. Change: in "
                + "place.")
        String from,
    @Required
        @Size(min = 1, max = 10)
        @ValidationRule(
            value = "self.all(p, self.exists_one(other, other == p))",
            message = "a port is listed twice; list it once")
        @JsonPropertyDescription(
            "TCP ports that it may connect to, 1 to 65535 each; 1 to 10 ports. Required. "
                + "Change: in place.")
        List<@Min(1) @Max(65535) Integer> ports) {

  private static final String LOAD_BALANCER = "LoadBalancer";

  public AcceptSpec {
    ports = ports == null ? List.of() : List.copyOf(ports);
  }

  /** Whether it lets in who connects from outside of the environment. */
  public boolean comesFromLoadBalancer() {
    return LOAD_BALANCER.equals(from);
  }
}
