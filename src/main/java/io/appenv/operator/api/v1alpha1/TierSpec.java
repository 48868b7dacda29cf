package io.appenv.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One part of the application: a Deployment with its Service, autoscaler and disruption budget. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({
  "name",
  "image",
  "resources",
  "accepts",
  "uses",
  "databaseConnections",
  "scaling",
  "health",
  "command",
  "args",
  "env",
  "envFrom",
  "requiredEnv",
  "runAsUser",
  "writableRootFilesystem",
  "terminationGracePeriod",
  "availableWithin"
})
@ValidationRule(
    value =
        "!has(self.accepts) || self.accepts.all(a, self.accepts.exists_one(other, "
            + "other.from == a.from))",
    message = "a source is listed twice in accepts; list it once, with all its ports",
    fieldPath = ".accepts")
@ValidationRule(
    value =
        "!has(self.health) || has(self.health.port) || (has(self.accepts) && "
            + "size(self.accepts) > 0)",
    message =
        "the tier accepts no port that could be asked; write health.port, or remove " + "health",
    fieldPath = ".health")
@ValidationRule(
    value =
        "self.scaling.min == self.scaling.max || has(self.scaling.cpuPercent) || "
            + "has(self.scaling.memoryPercent) || has(self.scaling.requests) || (has(self.accepts) "
            + "&& self.accepts.exists(a, a.from == 'LoadBalancer'))",
    message =
        "only requests scale the tier, and nothing says where their number comes from; write "
            + "requests: {source: Prometheus, prometheus: {query: ...}} or cpuPercent: 70",
    fieldPath = ".scaling")
@ValidationRule(
    value = "!has(self.env) || self.env.all(v, self.env.exists_one(other, other.name == v.name))",
    message = "a variable is listed twice in env; list it once",
    fieldPath = ".env")
public record TierSpec(
    @Required
        @Size(max = 63)
        @ValidationRule(
            value = "self.size() <= 20 && self.matches('^[a-z]([a-z0-9-]*[a-z0-9])?$')",
            message =
                "a tier's name has at most 20 lower case letters, digits and hyphens, starts "
                    + "with a letter and ends with a letter or digit, because a Service is named "
                    + "after it; for example backend")
        @ValidationRule(
            value =
                "!(self in ['loadbalancer', 'database', 'cache', 'files', 'kubernetes', "
                    + "'system'])",
            message =
                "this tier name is reserved (loadbalancer, database, cache, files, "
                    + "kubernetes, system); write another, for example backend")
        @JsonPropertyDescription(
            "Name of the tier, which its Deployment and Service carry too: a DNS label of 1 "
                + "to 20 characters that starts with a letter, for example backend. Reserved: "
                + "loadbalancer, database, cache, files, kubernetes, system. Renaming removes the "
                + "tier and makes another. Required. Change: restart.")
        String name,
    @Required
        @Size(max = 512)
        @ValidationRule(
            value = "self.matches('^[a-z0-9][a-zA-Z0-9._:/@-]*[a-zA-Z0-9]$')",
            message =
                "write a container image, for example "
                    + "registry.example.com/shop/backend@sha256:0123... or "
                    + "registry.example.com/shop/backend:1.2.3")
        @JsonPropertyDescription(
            "Container image, best by digest, for example "
                + "registry.example.com/shop/backend@sha256:.... Required. Change: restart.")
        String image,
    @Required @JsonPropertyDescription("CPU and memory of each pod. Required. Change: restart.")
        ResourcesSpec resources,
    @Size(max = 10)
        @JsonPropertyDescription(
            "Who may connect to the tier, and on which ports; at most 10. Everybody else is "
                + "refused. Default: nobody. Change: in place.")
        List<AcceptSpec> accepts,
    @Size(max = 3)
        @JsonPropertyDescription(
            "What the tier connects to: database, cache, files. Each must be declared in the spec; "
                + "its connection URL, or the name of the bucket, is given to the pods as an "
                + "environment variable. Default: "
                + "nothing. Change: restart.")
        List<Use> uses,
    @Min(1)
        @Max(1000)
        @JsonPropertyDescription(
            "How many connections to the database a pod holds at most, 1 to 1000, as its pool is "
                + "set up; only to tell in WorkloadsReady of more pods than the database has "
                + "connections for. Default: 10 in a tier that uses the database. Change: in place.")
        @Nullable Integer databaseConnections,
    @Required
        @JsonPropertyDescription(
            "How many pods run, and what makes them more or fewer. Required. Change: in "
                + "place.")
        ScalingSpec scaling,
    @JsonPropertyDescription(
            "How a pod proves that it can serve. Default: a TCP connection to the first "
                + "accepted port; a tier without ports is healthy while it runs. Change: restart.")
        @Nullable HealthSpec health,
    @Size(max = 20)
        @JsonPropertyDescription(
            "Replaces the image's entrypoint; at most 20 words, not run in a shell. "
                + "Default: the image's own. Change: restart.")
        List<@Size(max = 4096) String> command,
    @Size(max = 50)
        @JsonPropertyDescription(
            "Arguments of the command; at most 50. Default: the image's own. Change: " + "restart.")
        List<@Size(max = 4096) String> args,
    @Size(max = 100)
        @JsonPropertyDescription(
            "Environment variables of the pods, keyed by name; at most 100. What the tier uses "
                + "and API_ENDPOINT come beside these. Default: none. Change: restart.")
        List<VariableSpec> env,
    @Size(max = 5)
        @JsonPropertyDescription(
            "Paths of Parameter Store whose parameters become variables; at most 5. A later path "
                + "wins over an earlier one, and env over all. Default: none. Change: restart.")
        List<VariablesSourceSpec> envFrom,
    @Size(max = 100)
        @JsonPropertyDescription(
            "Names of variables without which the pods are not rolled out; at most 100. One that "
                + "has no value, or an empty one, is told by its name. Default: none. Change: in "
                + "place.")
        List<@Size(max = 128) String> requiredEnv,
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
        @Size(max = 20)
        @ValidationRule(
            value = "self.matches('^[1-9][0-9]{0,4}(s|m)$') && duration(self) <= duration('60m')",
            message = "write a time from 1s to 60m as a whole number and s or m, for example 30s")
        @JsonPropertyDescription(
            "How long a pod may take to finish its requests when it is stopped, in s or m, "
                + "for example 30s; 1s to 60m. Default: 30s. Change: restart.")
        @Nullable String terminationGracePeriod,
    @Default("10m")
        @Size(max = 20)
        @ValidationRule(
            value =
                "self.matches('^[1-9][0-9]{0,4}(s|m|h)$') && duration(self) >= "
                    + "duration('30s') && duration(self) <= duration('24h')",
            message =
                "write a time from 30s to 24h as a whole number and s, m or h, for example "
                    + "10m")
        @JsonPropertyDescription(
            "How long a rollout may take before it is reported as failed, in s, m or h, for "
                + "example 10m; 30s to 24h. Default: 10m. Change: in place.")
        @Nullable String availableWithin) {

  public TierSpec {
    accepts = accepts == null ? List.of() : List.copyOf(accepts);
    uses = uses == null ? List.of() : uses.stream().filter(Objects::nonNull).toList();
    command = command == null ? List.of() : List.copyOf(command);
    args = args == null ? List.of() : List.copyOf(args);
    env = env == null ? List.of() : List.copyOf(env);
    envFrom = envFrom == null ? List.of() : List.copyOf(envFrom);
    requiredEnv = requiredEnv == null ? List.of() : List.copyOf(requiredEnv);
  }

  public boolean acceptsLoadBalancer() {
    return accepts.stream().anyMatch(AcceptSpec::comesFromLoadBalancer);
  }

  /** The same with other numbers of pods. */
  public TierSpec with(ScalingSpec other) {
    return new TierSpec(
        name,
        image,
        resources,
        accepts,
        uses,
        databaseConnections,
        other,
        health,
        command,
        args,
        env,
        envFrom,
        requiredEnv,
        runAsUser,
        writableRootFilesystem,
        terminationGracePeriod,
        availableWithin);
  }

  /** Whether it reads variables from anywhere, or demands any. */
  public boolean readsVariables() {
    return !(env.isEmpty() && envFrom.isEmpty() && requiredEnv.isEmpty());
  }

  /** The same without variables, whose values are for nobody but the pods. */
  public TierSpec withoutVariables() {
    return new TierSpec(
        name,
        image,
        resources,
        accepts,
        uses,
        databaseConnections,
        scaling,
        health,
        command,
        args,
        List.of(),
        List.of(),
        List.of(),
        runAsUser,
        writableRootFilesystem,
        terminationGracePeriod,
        availableWithin);
  }
}
