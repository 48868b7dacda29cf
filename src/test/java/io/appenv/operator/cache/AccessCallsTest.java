package io.appenv.operator.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.model.CacheAction;
import io.appenv.operator.model.Desired;
import io.appenv.operator.model.GroupAccess;
import io.appenv.operator.model.GroupSetting;
import io.appenv.operator.model.IntentRecord;
import io.appenv.operator.model.Ownership;
import io.appenv.operator.model.PlannedAction;
import io.appenv.operator.model.TransitEncryption;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is applied at once waits while AWS holds something for its window. */
class AccessCallsTest {

  private final SimulatedCache aws = new SimulatedCache();
  private final Desired desired =
      CacheExample.production(it -> it.credentials = Optional.of("secret-2"));

  @BeforeEach
  void make() {
    new CachePasses(aws).apply(CacheExample.production());
  }

  @Test
  void encryptionIsAllowedFirstAndDemandedLast() {
    open();
    var calls = calls();
    assertThat(calls.first())
        .singleElement()
        .satisfies(
            it ->
                assertThat(((CacheAction.ModifyGroup) it.action()).settings())
                    .containsExactly(new GroupSetting.TransitEncryption(false)));
    assertThat(calls.last().getFirst().reason()).contains("preferred -> required");
    assertThat(calls.held()).isEmpty();
  }

  @Test
  void neitherIsDoneWhileSomethingIsHeld() {
    open();
    aws.group().pendingOthers = true;
    var calls = calls();
    assertThat(calls.first()).isEmpty();
    assertThat(calls.last()).hasSizeGreaterThan(2).noneMatch(PlannedAction::isCalledNow);
    assertThat(calls.held()).contains("transitEncryption is changed");
  }

  @Test
  void aTokenIsNotGivenWhileSomethingIsHeld() {
    assertThat(calls().first())
        .extracting(it -> it.action().operation())
        .containsExactly("AddTagsToResource", "ModifyReplicationGroup", "AddTagsToResource");
    aws.group().pendingOthers = true;
    assertThat(calls().first()).isEmpty();
    assertThat(calls().held()).contains("the token of the credentials Secret is set");
  }

  /** A tag hurries nothing. */
  @Test
  void thatATokenWasGivenIsRememberedEvenThen() {
    aws.group().tags.put(Ownership.CREDENTIALS_PENDING, "secret-2/before the token was given");
    aws.group().pendingOthers = true;
    assertThat(calls().first())
        .extracting(it -> it.action().operation())
        .containsExactly("AddTagsToResource");
  }

  private void open() {
    aws.group().access = new GroupAccess(TransitEncryption.NONE, false);
  }

  private AccessCalls calls() {
    var facts =
        CacheFacts.of(desired, CacheExample.cache(desired), aws.observed(), IntentRecord.none());
    return AccessCalls.of(facts, aws.group().seen());
  }
}
