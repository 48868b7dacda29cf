package io.appenv.operator.model;

import java.time.Instant;
import java.util.Optional;

/**
 * What was decided when an RDS instance was created, and is not changed by the operator.
 *
 * @param vpcId empty where AWS does not say
 * @param databaseName empty where no database was named
 * @param replica it follows another instance, and takes no backups or passwords of its own
 * @param passwordManagedByAws AWS keeps the password of the master user in Secrets Manager
 * @param kmsKeyId ARN of the key that encrypts it; empty where it is not encrypted
 * @param createdAt empty while it is being created
 * @param surroundings what somebody else may have given it since
 */
public record InstanceOrigin(
    String engine,
    boolean encrypted,
    String vpcId,
    String masterUsername,
    Optional<String> databaseName,
    boolean replica,
    boolean passwordManagedByAws,
    Optional<String> kmsKeyId,
    Optional<Instant> createdAt,
    InstanceSurroundings surroundings) {}
