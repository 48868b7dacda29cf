package io.appenv.operator.backend.aws;

import io.appenv.operator.model.Receipt;
import io.appenv.operator.model.SecurityGroupAction;
import io.appenv.operator.model.SecurityGroupAction.AddTags;
import io.appenv.operator.model.SecurityGroupAction.Authorize;
import io.appenv.operator.model.SecurityGroupAction.Create;
import io.appenv.operator.model.SecurityGroupAction.Delete;
import io.appenv.operator.model.SecurityGroupAction.Revoke;
import software.amazon.awssdk.services.ec2.Ec2Client;

/** Makes the call of one action about a security group. */
final class SecurityGroupCalls {

  private final Ec2Client ec2;

  SecurityGroupCalls(Ec2Client ec2) {
    this.ec2 = ec2;
  }

  Receipt execute(SecurityGroupAction action) {
    return switch (action) {
      case Create create ->
          AwsCalls.write(
              AwsCall.of(create),
              () -> ec2.createSecurityGroup(SecurityGroupRequests.create(create)));
      case Authorize authorize ->
          AwsCalls.write(
              AwsCall.of(authorize),
              () -> ec2.authorizeSecurityGroupIngress(SecurityGroupRequests.authorize(authorize)));
      case Revoke revoke ->
          AwsCalls.writeUnlessGone(
              AwsCall.of(revoke),
              () -> ec2.revokeSecurityGroupIngress(SecurityGroupRequests.revoke(revoke)));
      case AddTags add ->
          AwsCalls.writeUnlessGone(
              AwsCall.of(add), () -> ec2.createTags(SecurityGroupRequests.addTags(add)));
      case Delete delete ->
          AwsCalls.writeUnlessGone(
              AwsCall.of(delete),
              () -> ec2.deleteSecurityGroup(request -> request.groupId(delete.id())));
    };
  }
}
