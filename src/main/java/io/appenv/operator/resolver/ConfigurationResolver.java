package io.appenv.operator.resolver;

import io.appenv.operator.api.v1alpha1.AppEnvironmentSpec;
import io.appenv.operator.api.v1alpha1.SecretKeySpec;
import io.appenv.operator.api.v1alpha1.StoredSecretSpec;
import io.appenv.operator.api.v1alpha1.TierSpec;
import io.appenv.operator.api.v1alpha1.Use;
import io.appenv.operator.api.v1alpha1.VariableSpec;
import io.appenv.operator.model.DesiredConfiguration;
import io.appenv.operator.model.EnvironmentOutput;
import io.appenv.operator.model.SecretText;
import io.appenv.operator.model.Stage;
import io.appenv.operator.model.Variable;
import io.appenv.operator.model.Variable.Source;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the variables of a tier. */
final class ConfigurationResolver {

  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,127}");

  private static final Variable NOTHING = new Variable("", new Source.Literal(new SecretText("")));

  private final Problems problems;
  private final AppEnvironmentSpec spec;
  private final Stage stage;

  ConfigurationResolver(Problems problems, AppEnvironmentSpec spec, Stage stage) {
    this.problems = problems;
    this.spec = spec;
    this.stage = stage;
  }

  DesiredConfiguration resolve(String field, TierSpec tier) {
    var given = given(tier);
    var seen = new HashSet<String>();
    for (var variable : tier.env()) {
      if (variable.name() == null) {
        continue;
      }
      if (given.contains(variable.name())) {
        problems.add(
            "%s.env has %s, which the environment gives to the tier already; take it out"
                .formatted(field, variable.name()));
      }
      if (!seen.add(variable.name())) {
        problems.add(field + ".env has " + variable.name() + " twice; list it once");
      }
    }
    return new DesiredConfiguration(
        tier.env().stream().map(it -> variable(field, tier, it)).toList(),
        tier.envFrom().stream()
            .map(it -> path(field, it.parameterPath()))
            .filter(it -> !it.isEmpty())
            .toList(),
        tier.requiredEnv().stream().filter(Objects::nonNull).distinct().toList());
  }

  /** Names that the pods have without being told to. */
  private Set<String> given(TierSpec tier) {
    var used = tier.uses().stream().map(ConfigurationResolver::given);
    var reached = Stream.of("API_ENDPOINT").filter(_ -> hasIngress());
    return Stream.concat(used, reached).map(stage::variable).collect(Collectors.toSet());
  }

  private static String given(Use use) {
    return switch (use) {
      case database -> "DATABASE_URL";
      case cache -> "REDIS_URL";
      case files -> "BUCKET_NAME";
    };
  }

  private boolean hasIngress() {
    return spec.network() != null && spec.network().ingress() != null;
  }

  private String path(String field, String path) {
    if (path == null) {
      problems.add(field + ".envFrom.parameterPath is missing; write a path of Parameter Store");
      return "";
    }
    onAws(field + ".envFrom.parameterPath");
    return path;
  }

  private Variable variable(String field, TierSpec tier, VariableSpec variable) {
    var path = field + ".env[" + (variable.name() == null ? "" : variable.name()) + "]";
    var name =
        problems.parsed(
            path + ".name",
            variable.name(),
            "",
            text -> Optional.of(text).filter(it -> NAME.matcher(it).matches()),
            "write letters, digits and underscores, no digit first");
    var sources =
        Stream.of(
                Optional.ofNullable(variable.value()).map(it -> literal(path, it)),
                Optional.ofNullable(variable.parameter()).map(it -> parameter(path, it)),
                Optional.ofNullable(variable.secret()).map(it -> stored(path, it)),
                Optional.ofNullable(variable.secretRef()).map(it -> inCluster(path, it)),
                Optional.ofNullable(variable.output())
                    .map(it -> output(path, tier, EnvironmentOutput.valueOf(it.name()))))
            .flatMap(Optional::stream)
            .toList();
    if (sources.size() != 1) {
      problems.add(
          path
              + " has no source, or several; write one of value, parameter, secret, secretRef or"
              + " output");
      return NOTHING;
    }
    return new Variable(name, sources.getFirst());
  }

  private Source literal(String path, String value) {
    if (value.indexOf('\0') >= 0) {
      problems.add(path + ".value has a NUL, which no variable can hold; take it out");
    }
    return new Source.Literal(new SecretText(value));
  }

  private Source parameter(String path, String name) {
    onAws(path + ".parameter");
    return new Source.Parameter(name);
  }

  private Source stored(String path, StoredSecretSpec secret) {
    onAws(path + ".secret");
    return new Source.Stored(
        problems.required(path + ".secret.name", secret.name(), "", "write the secret's name"),
        Optional.ofNullable(secret.key()));
  }

  private Source inCluster(String path, SecretKeySpec secret) {
    return new Source.InCluster(
        problems.required(path + ".secretRef.name", secret.name(), "", "write a Secret's name"),
        problems.required(path + ".secretRef.key", secret.key(), "", "write a key of the Secret"));
  }

  /** What a tier does not use is closed to it, so an address alone would only mislead. */
  private Source output(String path, TierSpec tier, EnvironmentOutput output) {
    var missing =
        switch (output) {
          case API_ENDPOINT ->
              hasIngress() ? "" : "nothing reaches the environment; write spec.network.ingress";
          case DATABASE_URL -> unused(tier, Use.database);
          case REDIS_URL -> unused(tier, Use.cache);
          case BUCKET_NAME -> unused(tier, Use.files);
        };
    if (!missing.isEmpty()) {
      problems.add("%s.output is %s, but %s".formatted(path, output, missing));
    }
    return new Source.Output(output);
  }

  private static String unused(TierSpec tier, Use use) {
    return tier.uses().contains(use)
        ? ""
        : "the tier does not use the %s; add %s to uses".formatted(use, use);
  }

  private void onAws(String path) {
    if (stage == Stage.DEVELOPMENT) {
      problems.add(path + " is in AWS, where Development has nothing; write value or secretRef");
    }
  }
}
