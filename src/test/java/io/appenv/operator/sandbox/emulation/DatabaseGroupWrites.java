package io.appenv.operator.sandbox.emulation;

import io.appenv.operator.sandbox.wire.Answer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The rules of RDS for subnet groups and parameter groups, which moto does not keep. */
final class DatabaseGroupWrites {

  private static final String NAME = "DBSubnetGroupName";

  private final Instances instances;

  DatabaseGroupWrites(Instances instances) {
    this.instances = instances;
  }

  /** moto replaces the one that is there. */
  Answer createSubnetGroup(Exchange exchange) throws IOException {
    var name = exchange.parameter(NAME).orElse("");
    return findSubnetGroup(exchange, name).isPresent()
        ? exchange.refuse(
            "DBSubnetGroupAlreadyExists",
            "The DB subnet group '%s' already exists.".formatted(name))
        : exchange.pass();
  }

  /** moto loses a subnet group that is modified, so it is made again. */
  Answer modifySubnetGroup(Exchange exchange) throws IOException {
    var name = exchange.parameter(NAME).orElse("");
    var found = findSubnetGroup(exchange, name);
    if (found.isEmpty()) {
      return exchange.ask("DescribeDBSubnetGroups", Map.of(NAME, name));
    }
    var before = found.get();
    var again = new LinkedHashMap<>(exchange.call().parameters());
    again.put("DBSubnetGroupDescription", before.text("DBSubnetGroupDescription"));
    again.putAll(Tags.of(exchange, before.text("DBSubnetGroupArn")));
    var answer = exchange.pass();
    if (answer.isSuccess()) {
      exchange.ask("CreateDBSubnetGroup", again);
    }
    return answer;
  }

  Answer deleteSubnetGroup(Exchange exchange) throws IOException {
    var name = exchange.parameter(NAME).orElse("");
    var user = user(exchange, NAME, name);
    return user.isPresent()
        ? exchange.refuse(
            "InvalidDBSubnetGroupStateFault",
            "Cannot delete the subnet group '%s' because at least one database instance: %s is still using it."
                .formatted(name, user.get()))
        : exchange.pass();
  }

  /** moto deletes it, and then can list no instance that uses it. */
  Answer deleteParameterGroup(Exchange exchange) throws IOException {
    var name = exchange.parameter("DBParameterGroupName").orElse("");
    return user(exchange, "DBParameterGroupName", name).isPresent()
        ? exchange.refuse(
            "InvalidDBParameterGroupState",
            "One or more database instances are still members of this parameter group %s, so the group cannot be deleted."
                .formatted(name))
        : exchange.pass();
  }

  /** An instance that is being deleted uses its groups until it is gone. */
  private Optional<String> user(Exchange exchange, String element, String name) throws IOException {
    var all =
        new ArrayList<>(exchange.list("DescribeDBInstances", Instances.ELEMENT, Map.of()).items());
    all.addAll(instances.leaving(exchange.call().region()));
    return all.stream()
        .filter(item -> item.all(element).stream().map(Item::text).anyMatch(name::equals))
        .map(item -> item.text("DBInstanceIdentifier"))
        .findFirst();
  }

  private static Optional<Item> findSubnetGroup(Exchange exchange, String name) throws IOException {
    return exchange.find("DescribeDBSubnetGroups", NAME, name, "DBSubnetGroup");
  }
}
