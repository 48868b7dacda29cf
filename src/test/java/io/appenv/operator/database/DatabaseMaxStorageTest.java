package io.appenv.operator.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.model.Desired;
import io.appenv.operator.model.Failure;
import io.appenv.operator.model.Plan;
import io.appenv.operator.model.Reason;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The volume that RDS may grow by itself. */
class DatabaseMaxStorageTest {

  private final SimulatedDatabase aws = new SimulatedDatabase();
  private final DatabasePasses passes = new DatabasePasses(aws);

  @Test
  void itIsAllowedAtOnceAndForbiddenAgainByWhatThereIs() {
    passes.apply(upTo(100, Optional.empty()));

    var allowed = passes.plan(upTo(100, Optional.of(500)));
    assertThat(allowed.actions())
        .singleElement()
        .satisfies(action -> assertThat(action.isCalledNow()).isTrue())
        .satisfies(action -> assertThat(action.reason()).isEqualTo("maxStorage 100 -> 500"));
    passes.apply(upTo(100, Optional.of(500)));
    assertThat(aws.instance().seen().maxStorageGib()).contains(500);

    passes.apply(upTo(100, Optional.empty()));
    assertThat(aws.instance().seen().maxStorageGib()).isEmpty();
  }

  @Test
  void whatGrewByItselfIsNeitherDriftNorTooMuch() {
    passes.apply(upTo(100, Optional.of(500)));
    aws.instance().storageGib = 300;

    assertThat(passes.plan(upTo(100, Optional.of(500)))).isEqualTo(Plan.empty());
  }

  @Test
  void whatGrewToItsMostIsLeftAlone() {
    passes.apply(upTo(100, Optional.of(500)));
    aws.instance().storageGib = 500;

    assertThat(passes.plan(upTo(100, Optional.of(500)))).isEqualTo(Plan.empty());
  }

  @Test
  void whatIsBeyondTheMostCannotShrink() {
    passes.apply(upTo(100, Optional.of(500)));
    aws.instance().storageGib = 700;

    assertThat(passes.plan(upTo(100, Optional.of(500))).findings())
        .extracting(Failure::reason)
        .containsExactly(Reason.CHANGE_REFUSED);
  }

  @Test
  void growthByHandAndTheMostTravelTogether() {
    passes.apply(upTo(100, Optional.of(200)));
    passes.apply(upTo(250, Optional.empty()));

    assertThat(aws.instance().storageGib).isEqualTo(250);
    assertThat(aws.instance().seen().maxStorageGib()).isEmpty();
    assertThat(passes.plan(upTo(250, Optional.empty()))).isEqualTo(Plan.empty());
  }

  private static Desired upTo(int storage, Optional<Integer> most) {
    return DatabaseExample.production(
        it -> {
          it.storageGib = storage;
          it.maxStorageGib = most;
        });
  }
}
