package io.appenv.operator.resolver;

import io.appenv.operator.api.v1alpha1.AcceptSpec;
import io.appenv.operator.api.v1alpha1.HealthSpec;
import io.appenv.operator.api.v1alpha1.ScalingSpec;
import io.appenv.operator.api.v1alpha1.TierSpec;
import io.appenv.operator.api.v1alpha1.Use;
import io.appenv.operator.model.DesiredTier;
import io.appenv.operator.model.EnvironmentId;
import io.appenv.operator.model.Stage;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads one element of {@code spec.tiers}, its defaults filled in. */
final class TierResolver {

  private static final int MOST_PODS = 1000;
  private static final int MOST_CONNECTIONS = 1000;
  private static final int MOST_PORT = 65_535;
  private static final Pattern NAME = Pattern.compile("[a-z]([a-z0-9-]{0,18}[a-z0-9])?");
  private static final Pattern CPU = Pattern.compile("[0-9]{1,3}([.][0-9]{1,3})?|[0-9]{1,6}m");
  private static final Pattern MEMORY = Pattern.compile("[1-9][0-9]{0,6}(Mi|Gi)");

  private final Problems problems;
  private final EnvironmentId environment;
  private final Stage stage;
  private final RequestResolver requests;
  private final ConfigurationResolver configurations;

  TierResolver(
      Problems problems,
      EnvironmentId environment,
      Stage stage,
      RequestResolver requests,
      ConfigurationResolver configurations) {
    this.problems = problems;
    this.environment = environment;
    this.stage = stage;
    this.requests = requests;
    this.configurations = configurations;
  }

  /** The path of a tier in messages, such as spec.tiers[frontend]. */
  static String field(TierSpec tier) {
    return "spec.tiers[" + (tier.name() == null ? "" : tier.name()) + "]";
  }

  DesiredTier resolve(TierSpec tier) {
    var field = field(tier);
    var name = text(field + ".name", tier.name(), NAME, "write a DNS label, for example backend");
    var resources = tier.resources();
    return new DesiredTier(
        name,
        environment.name() + "-" + name,
        problems.required(field + ".image", tier.image(), "", "write a container image"),
        text(
            field + ".resources.cpu",
            resources == null ? null : resources.cpu(),
            CPU,
            "write cores or millicores, for example 500m"),
        text(
            field + ".resources.memory",
            resources == null ? null : resources.memory(),
            MEMORY,
            "write a whole number and Mi or Gi, for example 2Gi"),
        tier.accepts().stream().map(accept -> accept(field, accept)).toList(),
        tier.uses().stream().map(TierResolver::use).collect(Collectors.toUnmodifiableSet()),
        tier.databaseConnections() == null
            ? StageDefaults.DATABASE_CONNECTIONS
            : problems.within(
                field + ".databaseConnections", tier.databaseConnections(), 1, MOST_CONNECTIONS),
        scaling(field + ".scaling", tier.scaling()),
        health(field + ".health", tier.health()),
        tier.command(),
        tier.args(),
        configurations.resolve(field, tier),
        runAsUser(field, tier.runAsUser()),
        Boolean.TRUE.equals(tier.writableRootFilesystem()),
        span(
            field + ".terminationGracePeriod",
            tier.terminationGracePeriod(),
            TimeSpan.TERMINATION_GRACE),
        span(field + ".availableWithin", tier.availableWithin(), TimeSpan.AVAILABLE_WITHIN),
        stage != Stage.DEVELOPMENT);
  }

  private String text(String field, @Nullable String text, Pattern form, String remedy) {
    return problems.parsed(
        field, text, "", it -> Optional.of(it).filter(t -> form.matcher(t).matches()), remedy);
  }

  private Duration span(String field, @Nullable String text, TimeSpan span) {
    return problems.parsed(field, text, span.least(), span::parse, span.remedy());
  }

  private DesiredTier.Accept accept(String field, AcceptSpec accept) {
    var path = field + ".accepts";
    accept.ports().forEach(port -> problems.within(path + ".ports", port, 1, MOST_PORT));
    if (accept.ports().isEmpty()) {
      problems.add(path + ".ports is empty; write the ports that the source may connect to");
    }
    var from =
        problems.required(
            path + ".from", accept.from(), "", "write LoadBalancer or the name of another tier");
    return new DesiredTier.Accept(from, accept.ports());
  }

  private static DesiredTier.Use use(Use use) {
    return switch (use) {
      case database -> DesiredTier.Use.DATABASE;
      case cache -> DesiredTier.Use.CACHE;
      case files -> DesiredTier.Use.FILES;
    };
  }

  private DesiredTier.Scaling scaling(String field, @Nullable ScalingSpec scaling) {
    if (scaling == null) {
      problems.add(field + " is missing; write the fewest and the most pods, min and max");
      return new DesiredTier.Scaling(1, 1, Optional.empty(), Optional.empty(), Optional.empty());
    }
    var min = problems.within(field + ".min", scaling.min(), 1, MOST_PODS);
    var max = problems.within(field + ".max", scaling.max(), 1, MOST_PODS);
    if (min > max) {
      problems.add(field + ".max is less than min; write a max of at least " + min);
    }
    var cpu = percent(field + ".cpuPercent", scaling.cpuPercent());
    var memory = percent(field + ".memoryPercent", scaling.memoryPercent());
    var wanted = requests.resolve(field, scaling);
    if (min < max && cpu.isEmpty() && memory.isEmpty() && wanted.isEmpty()) {
      problems.add(
          field
              + " says nothing about when to scale; write cpuPercent or memoryPercent, or the"
              + " same min and max, or where the number of requests comes from");
    }
    return new DesiredTier.Scaling(min, max, cpu, memory, wanted);
  }

  private Optional<Integer> percent(String field, @Nullable Integer percent) {
    return Optional.ofNullable(percent).map(value -> problems.within(field, value, 1, 100));
  }

  private DesiredTier.Health health(String field, @Nullable HealthSpec health) {
    if (health == null) {
      return new DesiredTier.Health(Optional.empty(), Optional.empty(), TimeSpan.STARTUP.least());
    }
    if (health.port() == null) {
      problems.add(field + ".port is missing and the tier accepts none; write a port");
    }
    var path = Optional.ofNullable(health.path()).filter(text -> !text.isEmpty());
    if (path.isPresent() && !path.get().startsWith("/")) {
      problems.add(field + ".path must start with /; write for example /healthz");
    }
    return new DesiredTier.Health(
        path,
        Optional.ofNullable(health.port())
            .map(port -> problems.within(field + ".port", port, 1, MOST_PORT)),
        health.startupTimeout() == null
            ? TimeSpan.STARTUP.least()
            : span(field + ".startupTimeout", health.startupTimeout(), TimeSpan.STARTUP));
  }

  private Optional<Long> runAsUser(String field, @Nullable Integer user) {
    return Optional.ofNullable(user)
        .map(id -> (long) problems.within(field + ".runAsUser", id, 1, MOST_PORT));
  }
}
