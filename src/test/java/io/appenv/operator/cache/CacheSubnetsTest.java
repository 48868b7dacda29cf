package io.appenv.operator.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.model.CacheAction;
import io.appenv.operator.model.Desired;
import io.appenv.operator.model.IntentRecord;
import io.appenv.operator.model.Ownership;
import io.appenv.operator.model.Plan;
import io.appenv.operator.model.Reason;
import io.appenv.operator.model.SubnetGroup;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What becomes of the subnet group around a cache. */
class CacheSubnetsTest {

  private final CachePlanner planner = new CachePlanner();
  private final SimulatedCache aws = new SimulatedCache();
  private final CachePasses passes = new CachePasses(aws);
  private final Desired production = CacheExample.production();

  @Test
  void subnetsAreExchangedInPlace() {
    passes.apply(production);
    var moved = CacheExample.production(it -> it.subnetIds = Set.of("subnet-c", "subnet-a"));
    var action = plan(moved).actions().getFirst();
    assertThat(action.action())
        .isEqualTo(new CacheAction.ModifySubnetGroup(CacheExample.cache(moved)));
    assertThat(action.reason()).isEqualTo("subnets [subnet-a, subnet-b] -> [subnet-a, subnet-c]");
    passes.apply(moved);
    assertThat(plan(moved)).isEqualTo(Plan.empty());
  }

  @Test
  void aCacheDoesNotMoveToAnotherVpc() {
    passes.apply(production);
    aws.subnetGroup = subnetGroup("vpc-9", Ownership.tags(CacheExample.ENVIRONMENT));
    var plan = plan(production);
    assertThat(plan.actions()).isEmpty();
    assertThat(plan.findings())
        .singleElement()
        .satisfies(it -> assertThat(it.reason()).isEqualTo(Reason.CHANGE_REFUSED))
        .satisfies(it -> assertThat(it.message()).contains("lives in vpc-9", "to vpc-1"));
  }

  @Test
  void aGroupOfOthersOutlivesTheEnvironment() {
    passes.apply(production);
    aws.group = null;
    var foreign = new HashMap<>(Ownership.tags(CacheExample.ENVIRONMENT));
    foreign.put(Ownership.UID, "uid-2");
    aws.subnetGroup = subnetGroup("vpc-1", foreign);
    assertThat(planner.delete(production, aws.observed(), IntentRecord.none()).actions()).isEmpty();
  }

  private static SubnetGroup subnetGroup(String vpc, Map<String, String> tags) {
    return new SubnetGroup(
        CacheExample.IDENTIFIER, "arn", vpc, Set.of("subnet-a", "subnet-b"), tags);
  }

  private Plan plan(Desired desired) {
    return planner.apply(desired, aws.observed(), IntentRecord.none());
  }
}
