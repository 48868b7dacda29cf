package io.appenv.operator.configuration;

import io.appenv.operator.model.Component;
import io.appenv.operator.model.Desired;
import io.appenv.operator.model.DesiredTier;
import io.appenv.operator.model.Failure;
import io.appenv.operator.model.Reason;
import io.appenv.operator.model.SecretText;
import io.appenv.operator.model.TierConfiguration;
import io.appenv.operator.model.Variable;
import io.appenv.operator.model.Variable.Source;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Makes one set of what a tier's variables were read to be: all of it, or nothing. */
public final class TierValues {

  /** What Kubernetes takes in a Secret. */
  private static final int MOST_BYTES = 1024 * 1024;

  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  /** What comes of a tier's variables. */
  public sealed interface Outcome {

    record Known(TierConfiguration configuration) implements Outcome {}

    /** Something has not been read yet. */
    record Reading() implements Outcome {}

    /** Everything that stands in the way. */
    record Blocked(List<Failure> failures) implements Outcome {
      public Blocked {
        failures = List.copyOf(failures);
      }
    }
  }

  private final Desired desired;
  private final DesiredTier tier;
  private final SecretText key;
  private final Function<ConfigurationSource, Answer> known;
  private final SortedMap<String, SecretText> values = new TreeMap<>();
  private final List<Failure> failures = new ArrayList<>();
  private boolean isReading;

  private TierValues(
      Desired desired,
      DesiredTier tier,
      SecretText key,
      Function<ConfigurationSource, Answer> known) {
    this.desired = desired;
    this.tier = tier;
    this.key = key;
    this.known = known;
  }

  /**
   * @param key of the environment, by which its sets are named
   * @param known what was read of a source
   */
  public static Outcome of(
      Desired desired,
      DesiredTier tier,
      SecretText key,
      Function<ConfigurationSource, Answer> known) {
    return new TierValues(desired, tier, key, known).outcome();
  }

  private Outcome outcome() {
    tier.configuration().paths().forEach(this::addPath);
    tier.configuration().variables().forEach(this::add);
    if (failures.isEmpty() && isReading) {
      return new Outcome.Reading();
    }
    if (failures.isEmpty()) {
      tier.configuration().required().forEach(this::require);
      checkSize();
    }
    return failures.isEmpty()
        ? new Outcome.Known(TierConfiguration.of(key, tier.name(), values))
        : new Outcome.Blocked(failures.stream().distinct().toList());
  }

  private void addPath(String written) {
    var path = TierSources.path(written);
    switch (known.apply(path)) {
      case Answer.Unread _ -> isReading = true;
      case Answer.Refused(var failure) -> failures.add(failure);
      case Answer.Texts(var found) when !found.isEmpty() ->
          found.forEach((name, value) -> addNamed(path, name, value));
      case Answer.Texts _, Answer.Absent _, Answer.Text _, Answer.Binary _ ->
          missing(
              "%s has no parameter; create one directly below it, or take the path out of envFrom."
                  .formatted(path));
    }
  }

  private void addNamed(ConfigurationSource path, String name, SecretText value) {
    if (NAME.matcher(name).matches()) {
      put(name, path + name, value);
    } else {
      unusable(
          "%s%s has a name that no variable can have; rename it with letters, digits and underscores, or move it out of the path."
              .formatted(path, name));
    }
  }

  private void add(Variable variable) {
    switch (variable.source()) {
      case Source.Literal(var value) -> values.put(variable.name(), value);
      // The pods get these beside the set.
      case Source.Output _ -> values.remove(variable.name());
      case Source.InCluster(var secret, var key) ->
          read(
              variable,
              new ConfigurationSource.InCluster(desired.environment().namespace(), secret, key));
      case Source.Parameter(var name) -> read(variable, new ConfigurationSource.Parameter(name));
      case Source.Stored(var name, var key) ->
          key.ifPresentOrElse(
              it -> readKey(variable, new ConfigurationSource.Secret(name), it),
              () -> read(variable, new ConfigurationSource.Secret(name)));
    }
  }

  private void read(Variable variable, ConfigurationSource source) {
    switch (known.apply(source)) {
      case Answer.Text(var text) -> put(variable.name(), source.toString(), text);
      case Answer other -> addOther(variable, source, other);
    }
  }

  private void readKey(Variable variable, ConfigurationSource source, String key) {
    switch (known.apply(source)) {
      case Answer.Text(var text) -> readKey(variable, source, key, text);
      case Answer other -> addOther(variable, source, other);
    }
  }

  private void readKey(
      Variable variable, ConfigurationSource source, String key, SecretText secret) {
    switch (StoredJson.value(secret, key)) {
      case StoredJson.Found.Value(var text) -> put(variable.name(), source + " key " + key, text);
      case StoredJson.Found.NoObject _ ->
          unusable(
              "%s is no JSON object, so it has no key %s; store one, or take the key of variable %s out."
                  .formatted(source, key, variable.name()));
      case StoredJson.Found.NoSuchKey _ ->
          missing(
              "%s has no key %s, which variable %s reads; add it, or correct the key."
                  .formatted(source, key, variable.name()));
      case StoredJson.Found.NoText _ ->
          unusable(
              "key %s of %s is neither text nor number, so it cannot be variable %s; store text."
                  .formatted(key, source, variable.name()));
    }
  }

  private void addOther(Variable variable, ConfigurationSource source, Answer answer) {
    switch (answer) {
      case Answer.Unread _ -> isReading = true;
      case Answer.Refused(var failure) -> failures.add(failure);
      case Answer.Absent _ ->
          missing(
              "%s does not exist in %s; create it, or take variable %s out."
                  .formatted(source, place(source), variable.name()));
      case Answer.Binary _, Answer.Texts _, Answer.Text _ ->
          unusable(
              "%s is binary, so it cannot be variable %s; store text."
                  .formatted(source, variable.name()));
    }
  }

  private String place(ConfigurationSource source) {
    return source instanceof ConfigurationSource.InCluster(var namespace, _, _)
        ? "namespace " + namespace
        : desired.region().orElse("AWS");
  }

  private void put(String name, String origin, SecretText value) {
    if (value.reveal().indexOf('\0') >= 0) {
      unusable("%s has a NUL, which no variable can hold; take it out.".formatted(origin));
    }
    values.put(name, value);
  }

  private void require(String name) {
    var isGivenBeside =
        tier.configuration().variables().stream()
                .filter(it -> !values.containsKey(it.name()))
                .anyMatch(it -> it.name().equals(name))
            || isGivenByEnvironment(name);
    var value = values.get(name);
    if (!isGivenBeside && value == null) {
      missing(
          "variable %s is required and nothing gives it a value; add it to env, to a path of envFrom, or take it out of requiredEnv."
              .formatted(name));
    } else if (value != null && value.reveal().isEmpty()) {
      missing("variable %s is required and its value is empty; store one.".formatted(name));
    }
  }

  private boolean isGivenByEnvironment(String name) {
    var stage = desired.stage();
    return (tier.uses().contains(DesiredTier.Use.DATABASE)
            && name.equals(stage.variable("DATABASE_URL")))
        || (tier.uses().contains(DesiredTier.Use.CACHE) && name.equals(stage.variable("REDIS_URL")))
        || (tier.uses().contains(DesiredTier.Use.FILES)
            && name.equals(stage.variable("BUCKET_NAME")))
        || (desired.ingress().isPresent() && name.equals(stage.variable("API_ENDPOINT")));
  }

  private void checkSize() {
    var bytes =
        values.values().stream()
            .mapToLong(it -> it.reveal().getBytes(StandardCharsets.UTF_8).length)
            .sum();
    if (bytes > MOST_BYTES) {
      unusable(
          "its variables have %d bytes, and a Secret of Kubernetes takes %d; the largest is %s: let the application read it where it is stored."
              .formatted(bytes, MOST_BYTES, largest()));
    }
  }

  private String largest() {
    return values.entrySet().stream()
        .max((one, other) -> Integer.compare(length(one.getValue()), length(other.getValue())))
        .map(it -> it.getKey())
        .orElse("none");
  }

  private static int length(SecretText text) {
    return text.reveal().length();
  }

  private void missing(String text) {
    add(Reason.CONFIGURATION_MISSING, text);
  }

  private void unusable(String text) {
    add(Reason.CONFIGURATION_UNUSABLE, text);
  }

  private void add(Reason reason, String text) {
    failures.add(
        new Failure.Terminal(
            Component.CONFIGURATION, reason, "Tier %s: %s".formatted(tier.name(), text)));
  }
}
