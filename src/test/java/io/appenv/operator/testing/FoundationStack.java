package io.appenv.operator.testing;

import io.appenv.operator.sandbox.AwsFoundation;
import io.appenv.operator.sandbox.Sandbox;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.Capability;
import software.amazon.awssdk.services.cloudformation.model.Output;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.cloudformation.model.StackResource;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.Route;
import software.amazon.awssdk.services.ec2.model.RouteTable;
import software.amazon.awssdk.services.ec2.model.Subnet;

/** What CloudFormation has made of the template, and EC2 as it is then. */
public final class FoundationStack implements AutoCloseable {

  private final CloudFormationClient cloudFormation;
  private final Ec2Client ec2;
  private final String name;

  private FoundationStack(CloudFormationClient cloudFormation, Ec2Client ec2, String name) {
    this.cloudFormation = cloudFormation;
    this.ec2 = ec2;
    this.name = name;
  }

  public static FoundationStack create(
      Sandbox sandbox, String name, String template, Map<String, String> parameters) {
    var region = AwsFoundation.REGION;
    var stack =
        new FoundationStack(
            AwsView.client(CloudFormationClient.builder(), sandbox, region),
            AwsView.client(Ec2Client.builder(), sandbox, region),
            name);
    stack.cloudFormation.createStack(
        request ->
            request
                .stackName(name)
                .templateBody(template)
                .capabilities(Capability.CAPABILITY_IAM)
                .parameters(
                    parameters.entrySet().stream().map(FoundationStack::parameter).toList()));
    stack.cloudFormation.waiter().waitUntilStackCreateComplete(request -> request.stackName(name));
    return stack;
  }

  private static Parameter parameter(Map.Entry<String, String> parameter) {
    return Parameter.builder()
        .parameterKey(parameter.getKey())
        .parameterValue(parameter.getValue())
        .build();
  }

  /**
   * The emulator makes the associations of a template without showing them in the route tables.
   *
   * @param tables subnets with their route tables, by logical name
   */
  public FoundationStack associating(Map<String, String> tables) {
    var ids = resources();
    tables.forEach(
        (subnet, table) ->
            Optional.ofNullable(ids.get(subnet))
                .ifPresent(
                    id ->
                        ec2.associateRouteTable(
                            request -> request.subnetId(id).routeTableId(ids.get(table)))));
    return this;
  }

  /** What was made, physical ids by logical name. Of what a condition leaves out it has neither. */
  public Map<String, String> resources() {
    return cloudFormation
        .describeStackResources(request -> request.stackName(name))
        .stackResources()
        .stream()
        .filter(it -> it.logicalResourceId() != null && it.physicalResourceId() != null)
        .collect(
            Collectors.toUnmodifiableMap(
                StackResource::logicalResourceId, StackResource::physicalResourceId));
  }

  public Map<String, String> outputs() {
    return cloudFormation
        .describeStacks(request -> request.stackName(name))
        .stacks()
        .getFirst()
        .outputs()
        .stream()
        .collect(Collectors.toUnmodifiableMap(Output::outputKey, Output::outputValue));
  }

  public String output(String key) {
    return outputs().getOrDefault(key, "");
  }

  /** The subnets that an output lists. */
  public List<Subnet> subnets(String output) {
    return subnets(output(output).split(",", -1));
  }

  private List<Subnet> subnets(String[] ids) {
    return ec2.describeSubnets(request -> request.subnetIds(ids)).subnets();
  }

  /** Where traffic from a subnet to the internet goes. */
  public Route defaultRoute(Subnet subnet) {
    var table = only(routeTables(subnet));
    return only(
        table.routes().stream()
            .filter(it -> "0.0.0.0/0".equals(it.destinationCidrBlock()))
            .toList());
  }

  private List<RouteTable> routeTables(Subnet subnet) {
    var filter = Filter.builder().name("association.subnet-id").values(subnet.subnetId()).build();
    return ec2.describeRouteTables(request -> request.filters(filter)).routeTables();
  }

  /** The zone of the NAT gateway that a subnet's traffic goes through. */
  public String zoneOfNatGateway(Subnet subnet) {
    var id = defaultRoute(subnet).natGatewayId();
    var gateway = only(ec2.describeNatGateways(it -> it.natGatewayIds(id)).natGateways());
    return only(subnets(new String[] {gateway.subnetId()})).availabilityZone();
  }

  private static <T> T only(List<T> found) {
    if (found.size() != 1) {
      throw new AssertionError("Not the only one: " + found);
    }
    return found.getFirst();
  }

  @Override
  public void close() {
    cloudFormation.close();
    ec2.close();
  }
}
