package io.appenv.operator.resolver;

import io.appenv.operator.api.v1alpha1.AdoptCacheSpec;
import io.appenv.operator.api.v1alpha1.CacheSpec;
import io.appenv.operator.api.v1alpha1.SnapshotSpec;
import io.appenv.operator.model.CacheParameters;
import io.appenv.operator.model.Custody;
import io.appenv.operator.model.DesiredCache;
import io.appenv.operator.model.Stage;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code spec.cache}, its defaults filled in. */
final class CacheResolver {

  private static final String FIELD = "spec.cache";
  private static final int MOST_NODES = 6;
  private static final int LEAST_WINDOW_MINUTES = 60;
  private static final Pattern VERSION = Pattern.compile("6[.][02]|7[.][01]");
  private static final Pattern IDENTIFIER = Pattern.compile("(?=.{1,40}$)[a-z](-?[a-z0-9])*");
  private static final Pattern NODE_TYPE = Pattern.compile("cache[.][a-z][a-z0-9]*[.][a-z0-9]+");

  private final Problems problems;
  private final Placement placement;

  CacheResolver(Problems problems, Placement placement) {
    this.problems = problems;
    this.placement = placement;
  }

  DesiredCache resolve(CacheSpec spec, Optional<String> credentials) {
    var version =
        text(".version", spec.version(), VERSION, "write a Redis version: 6.0, 6.2, 7.0 or 7.1");
    var nodeType =
        text(
            ".nodeType",
            spec.nodeType(),
            NODE_TYPE,
            "write an ElastiCache node type, for example cache.t3.medium");
    var nodes = nodes(spec.nodes());
    var policy = placement.deletionPolicy(problems, FIELD, spec.deletionPolicy());
    var windows = placement.onAws() ? windows(spec) : Windows.NONE;
    checkPlace(spec);
    return new DesiredCache(
        identifier(spec.adopt()),
        placement.groupName(),
        parameters(spec, version),
        version,
        nodeType,
        nodes,
        windows.days(),
        windows.daily(),
        windows.weekly(),
        placement.onAws() ? KeyId.given(spec.kmsKeyId()) : Optional.empty(),
        placement.subnetIds(),
        policy,
        placement.finalSnapshot(),
        placement.tags(credentials),
        placement.onAws()
            ? new Custody(spec.adopt() != null, Boolean.TRUE.equals(spec.release()))
            : Custody.own());
  }

  private CacheParameters parameters(CacheSpec spec, String version) {
    if (spec.adopt() != null && spec.parameters() != null) {
      problems.add(
          "an adopted cache keeps the parameter group it has; set parameters there, and remove"
              + " spec.cache.parameters");
    }
    return CacheParameters.of(
        placement.groupName(),
        version,
        placement.onAws() ? Parameters.ofCache(problems, spec.parameters()) : Optional.empty());
  }

  private void checkPlace(CacheSpec spec) {
    if (!placement.onAws() && (spec.adopt() != null || Boolean.TRUE.equals(spec.release()))) {
      problems.add(
          "stage Development has nothing in AWS to adopt or to release; remove spec.cache.adopt"
              + " and spec.cache.release");
    }
  }

  private String identifier(@Nullable AdoptCacheSpec adopt) {
    return adopt == null || !placement.onAws()
        ? placement.cacheIdentifier()
        : text(
            ".adopt.identifier",
            adopt.identifier(),
            IDENTIFIER,
            "write the identifier of a replication group of at most 40 characters, for example"
                + " shop-cache");
  }

  private String text(String field, @Nullable String text, Pattern form, String remedy) {
    return problems.parsed(
        FIELD + field,
        text,
        "",
        it -> Optional.of(it).filter(value -> form.matcher(value).matches()),
        remedy);
  }

  /** Production survives the loss of a node only with a replica that takes over. */
  private int nodes(@Nullable Integer nodes) {
    var least = placement.stage() == Stage.PRODUCTION ? 2 : 1;
    return problems.within(FIELD + ".nodes", nodes, least, MOST_NODES);
  }

  private Windows windows(CacheSpec spec) {
    var snapshot = spec.snapshot() == null ? new SnapshotSpec(null, null) : spec.snapshot();
    return Windows.read(
        problems,
        new Windows.Source(FIELD + ".snapshot.retention", snapshot.retention()),
        new Windows.Source(FIELD + ".snapshot.window", snapshot.window()),
        new Windows.Source(FIELD + ".maintenanceWindow", spec.maintenanceWindow()),
        LEAST_WINDOW_MINUTES);
  }
}
