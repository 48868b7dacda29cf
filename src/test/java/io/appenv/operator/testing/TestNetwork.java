package io.appenv.operator.testing;

import io.appenv.operator.sandbox.Sandbox;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagSpecification;

/** A VPC of a test's own, with as many private subnets as the test wants. */
public final class TestNetwork implements AutoCloseable {

  private static final String KEY = "appenv.io/network";

  private final Ec2Client ec2;
  private final String region;
  private final String vpcId;
  private int subnets;

  private TestNetwork(Ec2Client ec2, String region, String vpcId) {
    this.ec2 = ec2;
    this.region = region;
    this.vpcId = vpcId;
  }

  /** A VPC without subnets, tagged {@code appenv.io/network=<tag>}. */
  public static TestNetwork create(Sandbox sandbox, String region, String tag) {
    var ec2 = AwsView.client(Ec2Client.builder(), sandbox, region);
    var tags =
        TagSpecification.builder().resourceType(ResourceType.VPC).tags(tag(KEY, tag)).build();
    var vpc =
        ec2.createVpc(request -> request.cidrBlock("10.30.0.0/16").tagSpecifications(tags)).vpc();
    return new TestNetwork(ec2, region, vpc.vpcId());
  }

  /** A VPC as an environment needs it. */
  public static TestNetwork inTwoZones(Sandbox sandbox, String region, String tag) {
    return create(sandbox, region, tag).withSubnet("a").withSubnet("b");
  }

  /** Adds a private subnet in a zone of the region. */
  public TestNetwork withSubnet(String zone) {
    var tags =
        TagSpecification.builder()
            .resourceType(ResourceType.SUBNET)
            .tags(tag("kubernetes.io/role/internal-elb", "1"))
            .build();
    var block = "10.30.%d.0/24".formatted(subnets++);
    ec2.createSubnet(
        request ->
            request
                .vpcId(vpcId)
                .availabilityZone(region + zone)
                .cidrBlock(block)
                .tagSpecifications(tags));
    return this;
  }

  public String vpcId() {
    return vpcId;
  }

  /** A change of the manifest that puts an environment there. */
  public static String placement(String region, String tag) {
    return "spec: {aws: {region: %s}, network: {vpc: {tags: {%s: %s}}}}"
        .formatted(region, KEY, tag);
  }

  private static Tag tag(String key, String value) {
    return Tag.builder().key(key).value(value).build();
  }

  @Override
  public void close() {
    ec2.close();
  }
}
