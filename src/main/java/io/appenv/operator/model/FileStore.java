package io.appenv.operator.model;

/**
 * Where tiers find the files of an environment. It holds no secret: who may read them is told by
 * the role of the pods.
 *
 * @param region of the bucket
 */
public record FileStore(String bucket, String region) {}
