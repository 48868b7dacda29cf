package io.appenv.operator.configuration;

import io.appenv.operator.model.Component;
import io.appenv.operator.model.Failure;
import io.appenv.operator.model.Reason;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a namespace may read, as the operator's administrator says. Asked before every call, as the
 * operator's own credentials read what any namespace may.
 */
public final class AllowedSources {

  private static final String NAMESPACE = "{namespace}";

  /** What environments publish of themselves stands below this and the cluster. */
  private static final String PUBLISHED = "appenv/";

  private static final Pattern NAME = Pattern.compile("/?[A-Za-z0-9_+=.@-]+(/[A-Za-z0-9_+=.@-]+)*");
  private static final Pattern RELATIVE = Pattern.compile("(.*/)?[.][.]?(/.*)?");

  private final String cluster;
  private final List<String> parameters;
  private final List<String> secrets;

  /**
   * @param cluster its identity
   * @param parameters names of parameters, or, with a slash at the end, beginnings of names; {@code
   *     {namespace}} stands for the namespace of the environment
   * @param secrets the same of secrets
   */
  public AllowedSources(String cluster, List<String> parameters, List<String> secrets) {
    this.cluster = cluster;
    this.parameters = List.copyOf(parameters);
    this.secrets = List.copyOf(secrets);
  }

  /** Why a namespace may not read this; empty where it may. */
  public Optional<Failure> refusal(String namespace, ConfigurationSource source) {
    return switch (source) {
      case ConfigurationSource.Parameter(var name) ->
          refusal(namespace, source, isPlain(name), name, parameters);
      // Only what lies below it is read.
      case ConfigurationSource.Path(var path) ->
          refusal(namespace, source, isPlain(path), path + "/", parameters);
      case ConfigurationSource.Secret(var name) ->
          refusal(namespace, source, isPlain(name), name, secrets);
      // Whoever writes environments of a namespace starts pods there, which may read its Secrets.
      case ConfigurationSource.InCluster it ->
          it.namespace().equals(namespace)
              ? Optional.empty()
              : Optional.of(refused(namespace, source, List.of(namespace)));
    };
  }

  private Optional<Failure> refusal(
      String namespace,
      ConfigurationSource source,
      boolean isPlain,
      String name,
      List<String> patterns) {
    var own = patterns.stream().map(it -> it.replace(NAMESPACE, namespace)).toList();
    return isPlain && !isPublishedByAnother(namespace, name) && isOneOf(own, name)
        ? Optional.empty()
        : Optional.of(refused(namespace, source, own));
  }

  private static boolean isPlain(String name) {
    return NAME.matcher(name).matches() && !RELATIVE.matcher(name).matches();
  }

  private static boolean isOneOf(List<String> patterns, String name) {
    return patterns.stream()
        .anyMatch(
            pattern -> pattern.endsWith("/") ? name.startsWith(pattern) : name.equals(pattern));
  }

  /** A cluster may be called as one of its namespaces is. */
  private boolean isPublishedByAnother(String namespace, String name) {
    var absolute = name.startsWith("/") ? name.substring(1) : name;
    var published = PUBLISHED + cluster + "/";
    return absolute.startsWith(published) && !absolute.startsWith(published + namespace + "/");
  }

  private static Failure refused(
      String namespace, ConfigurationSource source, List<String> patterns) {
    return new Failure.Terminal(
        Component.CONFIGURATION,
        Reason.CONFIGURATION_NOT_ALLOWED,
        "Namespace %s may not read %s: name one of %s, or have the operator's administrator allow it with %s."
            .formatted(
                namespace,
                source,
                patterns.stream()
                    .map(it -> it.endsWith("/") ? it + "..." : it)
                    .collect(Collectors.joining(", ")),
                source instanceof ConfigurationSource.Secret
                    ? "appenv.configuration.allowed-secrets"
                    : "appenv.configuration.allowed-parameters"));
  }
}
