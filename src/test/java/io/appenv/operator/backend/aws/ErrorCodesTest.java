package io.appenv.operator.backend.aws;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorCodesTest {

  @ParameterizedTest(name = "{0} {1}: {2} ({3})")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          Throttling                         | 400 | THROTTLED       | the Query protocol's word
          ThrottlingException                | 400 | THROTTLED       | the JSON protocol's word
          RequestLimitExceeded               | 503 | THROTTLED       | EC2's word; a limit of rate, not a quota
          APICallRateForCustomerExceeded     | 400 | THROTTLED       | ElastiCache's word
          ''                                 | 429 | THROTTLED       | a proxy throttles without a code
          AccessDenied                       | 403 | ACCESS_DENIED   | IAM says no
          UnauthorizedOperation              | 403 | ACCESS_DENIED   | EC2's word
          InvalidClientTokenId               | 403 | ACCESS_DENIED   | unknown key
          ExpiredToken                       | 403 | ACCESS_DENIED   | the session ended
          SignatureDoesNotMatch              | 403 | ACCESS_DENIED   | wrong secret key
          InstanceQuotaExceeded              | 400 | QUOTA_EXCEEDED  | RDS instances
          StorageQuotaExceeded               | 400 | QUOTA_EXCEEDED  | RDS storage
          NodeQuotaForCustomerExceeded       | 400 | QUOTA_EXCEEDED  | ElastiCache nodes
          DBSubnetGroupQuotaExceeded         | 400 | QUOTA_EXCEEDED  | subnet groups
          SnapshotQuotaExceeded              | 400 | QUOTA_EXCEEDED  | snapshots
          InsufficientDBInstanceCapacity     | 400 | NO_CAPACITY     | no hardware in the zone
          InsufficientCacheClusterCapacity   | 400 | NO_CAPACITY     | no hardware in the zone
          DBInstanceAlreadyExists            | 400 | ALREADY_EXISTS  | a create whose answer was lost
          DBSubnetGroupAlreadyExists         | 400 | ALREADY_EXISTS  | likewise
          ReplicationGroupAlreadyExists      | 400 | ALREADY_EXISTS  | likewise
          DBSnapshotAlreadyExists            | 400 | SNAPSHOT_EXISTS | the final snapshot's name is taken
          SnapshotAlreadyExistsFault         | 400 | SNAPSHOT_EXISTS | likewise
          DBInstanceNotFound                 | 404 | NOT_FOUND       | the wire's word
          DBInstanceNotFoundFault            | 404 | NOT_FOUND       | the same with its ending
          ReplicationGroupNotFoundFault      | 404 | NOT_FOUND       | the same
          CacheSubnetGroupNotFoundFault      | 400 | NOT_FOUND       | the code decides, not the status
          ''                                 | 404 | UPSTREAM        | a bare 404 says nothing of the resource
          ''                                 | 500 | UPSTREAM        | an HTML page of a proxy
          ServiceUnavailable                 | 503 | UPSTREAM        | AWS has trouble
          InternalFailure                    | 500 | UPSTREAM        | AWS has trouble
          SomethingNew                       | 500 | UPSTREAM        | unknown code of a server fault
          NoSuchBucket                       | 404 | NOT_FOUND       | S3's form of it
          NoSuchTagSet                       | 404 | NOT_FOUND       | a setting that was never made
          OwnershipControlsNotFoundError     | 404 | NOT_FOUND       | likewise
          BucketAlreadyExists                | 409 | NAME_TAKEN      | in whatever account
          BucketAlreadyOwnedByYou            | 409 | ALREADY_EXISTS  | a create whose answer was lost
          BucketNotEmpty                     | 409 | NOT_EMPTY       | something was put into it
          OperationAborted                   | 409 | BUSY            | another change is under way
          SlowDown                           | 503 | THROTTLED       | S3's word
          InvalidDBInstanceState             | 400 | BUSY            | another change is under way
          InvalidDBSubnetGroupStateFault     | 400 | BUSY            | still used by a deleting instance
          InvalidDBParameterGroupState       | 400 | BUSY            | likewise
          InvalidReplicationGroupState       | 400 | BUSY            | another change is under way
          InvalidCacheClusterState           | 400 | BUSY            | another change is under way
          CacheSubnetGroupInUse              | 400 | BUSY            | still used by a deleting group
          DBSubnetGroupDoesNotCoverEnoughAZs | 400 | TOO_FEW_ZONES   | one zone only
          KMSKeyNotAccessibleFault           | 400 | KEY_UNUSABLE    | a key of another account
          InvalidVPCNetworkStateFault        | 400 | INVALID         | called a state but does not pass
          InvalidParameterValue              | 400 | INVALID         | the spec is wrong
          InvalidParameterCombination        | 400 | INVALID         | the spec is wrong
          InvalidSubnet                      | 400 | INVALID         | no such subnet
          InvalidGroup.Duplicate             | 400 | ALREADY_EXISTS  | EC2's form of it
          InvalidPermission.Duplicate        | 400 | ALREADY_EXISTS  | a rule whose answer was lost
          InvalidGroup.NotFound              | 400 | NOT_FOUND       | made a moment ago, or gone
          InvalidPermission.NotFound         | 400 | NOT_FOUND       | a rule that is gone
          DependencyViolation                | 400 | IN_USE          | a network interface is still there
          SecurityGroupLimitExceeded         | 400 | QUOTA_EXCEEDED  | groups of a VPC
          RulesPerSecurityGroupLimitExceeded | 400 | QUOTA_EXCEEDED  | rules of a group
          SomethingNew                       | 400 | INVALID         | unknown code of a client fault
          """)
  void eachCodeHasItsKind(String code, int status, ErrorKind kind, String why) {
    assertThat(ErrorCodes.kind(code, status)).as(why).isEqualTo(kind);
  }
}
