package io.appenv.operator.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.model.Component;
import io.appenv.operator.model.Failure;
import io.appenv.operator.model.NetworkFinding;
import io.appenv.operator.model.Reason;
import io.appenv.operator.model.RequestFinding;
import io.appenv.operator.model.SizingFinding;
import io.appenv.operator.model.Timing;
import java.util.List;
import org.junit.jupiter.api.Test;

class TransitionsTest {

  @Test
  void nothingIsToldWhereNothingTurned() {
    var ready = StatusFactoryTest.create(Situation.settled());

    assertThat(Transitions.between(ready, ready)).isEmpty();
  }

  @Test
  void anotherWordingIsNotTold() {
    var one = StatusFactoryTest.create(waiting("The state is creating."));
    var other = StatusFactoryTest.create(waiting("The state is still creating."));

    assertThat(other.message()).isNotEqualTo(one.message());
    assertThat(Transitions.between(one, other)).isEmpty();
  }

  private static Situation waiting(String message) {
    return Situation.settled()
        .failing(new Failure.Waiting(Component.DATABASE, Reason.CREATING, message));
  }

  @Test
  void becomingReadyIsToldOfThePartAndOfTheWhole() {
    var busy =
        StatusFactoryTest.create(Situation.settled().with(StatusFactoryTest.planned(Timing.NOW)));
    var ready = StatusFactoryTest.create(Situation.settled());

    assertThat(Transitions.between(busy, ready))
        .extracting(Transition::type, Transition::reason)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("Normal", "Available"),
            org.assertj.core.groups.Tuple.tuple("Normal", "Available"));
  }

  @Test
  void whatIsAmissInANetworkIsAWarningFromTheFirstLookOn() {
    var amiss = new NetworkFinding(Reason.ROUTE_MISSING, "Add a route.");
    var status = StatusFactoryTest.create(Situation.settled().finding(amiss));
    var sound = StatusFactoryTest.create(Situation.settled());

    for (var told :
        List.of(Transitions.between(null, status), Transitions.between(sound, status))) {
      assertThat(told)
          .filteredOn(it -> it.type().equals(Transition.WARNING))
          .extracting(Transition::message)
          .singleElement()
          .asString()
          .startsWith("NetworkReady is True: ")
          .endsWith("Add a route.");
    }
    assertThat(Transitions.between(status, sound))
        .extracting(Transition::type, Transition::reason)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("Normal", "Available"));
  }

  @Test
  void whatThereIsNoRoomForIsAWarning() {
    var lacking = new SizingFinding(Reason.CONNECTIONS_SHORT, "Allow fewer pods.");
    var status = StatusFactoryTest.create(Situation.settled().lacking(lacking));
    var sound = StatusFactoryTest.create(Situation.settled());

    assertThat(Transitions.between(sound, status))
        .extracting(Transition::type, Transition::reason)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(Transition.WARNING, "ConnectionsShort"));
  }

  @Test
  void requestsThatAreNotKnownAreAWarning() {
    var amiss =
        new RequestFinding("frontend", "LoadBalancer", Reason.REQUESTS_UNREAD, "Look there.");
    var status = StatusFactoryTest.create(Situation.settled().scaledBy(amiss));
    var sound = StatusFactoryTest.create(Situation.settled());

    assertThat(Transitions.between(sound, status))
        .extracting(Transition::type, Transition::reason)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("Warning", "RequestsUnread"));
  }

  @Test
  void whatSomebodyMustActOnIsAWarning() {
    var ready = StatusFactoryTest.create(Situation.settled());
    var failed =
        StatusFactoryTest.create(
            Situation.settled()
                .failing(new Failure.Terminal(Component.DATABASE, Reason.NOT_OURS, "Rename it.")));

    var told = Transitions.between(ready, failed);

    assertThat(told).extracting(Transition::type).containsOnly("Warning");
    assertThat(told).extracting(Transition::reason).containsOnly("NotOurs");
    assertThat(told).anyMatch(it -> it.message().equals("DatabaseReady is False: Rename it."));
  }

  @Test
  void theFirstStatusTellsOnlyOfThePartsThatAreNotWellYet() {
    var busy =
        StatusFactoryTest.create(Situation.settled().with(StatusFactoryTest.planned(Timing.NOW)));

    assertThat(Transitions.between(null, busy))
        .extracting(Transition::message)
        .allMatch(message -> message.contains("Ready is False"))
        .noneMatch(message -> message.startsWith("Network"))
        .noneMatch(message -> message.startsWith("Ready"));
  }
}
