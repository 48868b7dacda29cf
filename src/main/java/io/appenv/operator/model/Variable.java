package io.appenv.operator.model;

import java.util.Optional;

/** An environment variable of a tier's pods. */
public record Variable(String name, Source source) {

  /** Where its value comes from. */
  public sealed interface Source {

    /** The manifest. */
    record Literal(SecretText value) implements Source {}

    /**
     * Parameter Store.
     *
     * @param name as the manifest has it
     */
    record Parameter(String name) implements Source {}

    /**
     * Secrets Manager.
     *
     * @param key of the JSON object that the secret is; empty for its whole text
     */
    record Stored(String name, Optional<String> key) implements Source {}

    /** A Kubernetes Secret of the environment's namespace, which others keep. */
    record InCluster(String name, String key) implements Source {}

    /** The environment itself. */
    record Output(EnvironmentOutput output) implements Source {}
  }
}
