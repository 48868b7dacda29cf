package io.appenv.operator.model;

/** A manual snapshot of a database instance or a replication group. */
public record DataSnapshot(String name, String arn, String status, String source) {}
