package io.appenv.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One part of the application: a Deployment with its Service, autoscaler and disruption budget. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({
  "name",
  "image",
  "resources",
  "accepts",
  "uses",
  "scaling",
  "health",
  "command",
  "args",
  "runAsUser",
  "writableRootFilesystem",
  "terminationGracePeriod",
  "availableWithin"
})
public record TierSpec(
    @Required
        @Size(min = 1, max = 63)
        @JsonPropertyDescription(
            "Name of the tier, which its Deployment and Service carry too: a DNS label of 1 "
                + "to 20 characters that starts with a letter, for example backend. Reserved: "
                + "loadbalancer, database, cache, files, kubernetes, system. Renaming removes the "
                + "tier and makes another. Required. Change: restart.")
        String name,
    @Required
        @Size(min = 1, max = 512)
        @JsonPropertyDescription(
            "Container image, best by digest, for example "
                + "registry.example.com/shop/backend@sha256:.... Required. Change: restart.")
        String image,
    @Required @JsonPropertyDescription("CPU and memory of each pod. Required. Change: restart.")
        ResourcesSpec resources,
    @Size(min = 0, max = 10)
        @JsonPropertyDescription(
            "Who may connect to the tier, and on which ports; at most 10. Everybody else is "
                + "refused. Default: nobody. Change: in place.")
        List<AcceptSpec> accepts,
    @Size(min = 0, max = 2)
        @JsonPropertyDescription(
            "What the tier connects to: database, cache. Each must be declared in the spec; "
                + "its connection URL is given to the pods as an environment variable. Default: "
                + "nothing. Change: restart.")
        List<Use> uses,
    @Required
        @JsonPropertyDescription(
            "How many pods run, and what makes them more or fewer. Required. Change: in "
                + "place.")
        ScalingSpec scaling,
    @JsonPropertyDescription(
            "How a pod proves that it can serve. Default: a TCP connection to the first "
                + "accepted port; a tier without ports is healthy while it runs. Change: restart.")
        @Nullable HealthSpec health,
    @Size(min = 0, max = 20)
        @JsonPropertyDescription(
            "Replaces the image's entrypoint; at most 20 words, not run in a shell. "
                + "Default: the image's own. Change: restart.")
        List<String> command,
    @Size(min = 0, max = 50)
        @JsonPropertyDescription(
            "Arguments of the command; at most 50. Default: the image's own. Change: " + "restart.")
        List<String> args,
    @Min(1)
        @Max(65535)
        @JsonPropertyDescription(
            "Numeric user id that the container runs as, 1 to 65535 (never 0, root). "
                + "Default: the image's own user, which must be numeric and not root. Change: "
                + "restart.")
        @Nullable Integer runAsUser,
    @Default("false")
        @JsonPropertyDescription(
            "Whether the container may write to its own file system; /tmp is writable in "
                + "any case. Default: false. Change: restart.")
        @Nullable Boolean writableRootFilesystem,
    @Default("30s")
        @Size(min = 2, max = 5)
        @JsonPropertyDescription(
            "How long a pod may take to finish its requests when it is stopped, in s or m, "
                + "for example 30s; 1s to 60m. Default: 30s. Change: restart.")
        @Nullable String terminationGracePeriod,
    @Default("10m")
        @Size(min = 2, max = 6)
        @JsonPropertyDescription(
            "How long a rollout may take before it is reported as failed, in s, m or h, for "
                + "example 10m; 30s to 24h. Default: 10m. Change: in place.")
        @Nullable String availableWithin) {

  public TierSpec {
    accepts = accepts == null ? List.of() : List.copyOf(accepts);
    uses = uses == null ? List.of() : List.copyOf(uses);
    command = command == null ? List.of() : List.copyOf(command);
    args = args == null ? List.of() : List.copyOf(args);
  }
}
