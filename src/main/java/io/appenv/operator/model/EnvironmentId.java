package io.appenv.operator.model;

/**
 * Identity of one environment.
 *
 * @param cluster identity of the Kubernetes cluster, so that two clusters may share an AWS account
 * @param namespace namespace of the AppEnvironment
 * @param name name of the AppEnvironment
 * @param uid UID of the AppEnvironment; a recreated environment of the same name has another
 */
public record EnvironmentId(String cluster, String namespace, String name, String uid) {}
