package io.appenv.operator.model;

/** Whether RDS offers a version of PostgreSQL on instances of a class. */
public record ClassQuestion(String version, String instanceClass) {}
