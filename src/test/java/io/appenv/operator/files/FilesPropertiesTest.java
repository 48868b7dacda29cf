package io.appenv.operator.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.model.BucketSetting;
import io.appenv.operator.model.Desired;
import io.appenv.operator.model.FileAction;
import io.appenv.operator.model.Fingerprint;
import io.appenv.operator.model.IntentRecord;
import io.appenv.operator.model.LifecycleRule;
import io.appenv.operator.model.Plan;
import io.appenv.operator.model.PlannedAction;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * However the settings of a bucket were changed, and whatever is lost of the calls: in the end it
 * is as declared, what was called is what was planned, and what holds something stays.
 */
class FilesPropertiesTest {

  private static final int ROUNDS = 30;

  private static final List<String> SPECS =
      List.of(
          "",
          "infrequentAccessAfter: 45d, glacierAfter: 100d",
          "kmsKeyId: alias/shop",
          "cors: [{allowedOrigins: ['*'], allowedMethods: [GET]}]");

  private final FilesPlanner planner = new FilesPlanner();

  @Provide
  Arbitrary<List<String>> specs() {
    return Arbitraries.of(SPECS).list().ofMinSize(1).ofMaxSize(4);
  }

  @Property(tries = 300)
  void inTheEndItIsAsDeclared(@ForAll("specs") List<String> specs, @ForAll Random random) {
    var aws = new SimulatedStorage();
    for (var spec : specs) {
      var desired = Stored.desired(spec, "");
      for (var round = 0; round < ROUNDS; round++) {
        made(aws, apply(aws, desired), random);
      }
      var plan = apply(aws, desired);
      assertThat(plan.isSettled()).as(plan.toString()).isTrue();
      drift(aws, Stored.files(desired).bucket(), random);
    }
  }

  @Property(tries = 200)
  void whatIsPlannedIsWhatIsCalled(@ForAll("specs") List<String> specs, @ForAll Random random) {
    var aws = new SimulatedStorage();
    for (var spec : specs) {
      var desired = Stored.desired(spec, "");
      var planned = apply(aws, desired).actions().stream().map(Fingerprint::of).toList();
      var called =
          apply(aws, desired).actions().stream()
              .filter(PlannedAction::isCalledNow)
              .map(Fingerprint::of)
              .toList();
      aws.make(apply(aws, desired));

      assertThat(called).isEqualTo(planned);
      assertThat(apply(aws, desired).isSettled()).isTrue();
      drift(aws, Stored.files(desired).bucket(), random);
    }
  }

  @Property(tries = 300)
  void nothingIsDeletedThatHoldsSomething(
      @ForAll boolean delete, @ForAll boolean confirmed, @ForAll Random random) {
    var desired = delete ? Stored.deleting(confirmed) : Stored.usual();
    var bucket = Stored.files(desired).bucket();
    var aws = new SimulatedStorage();
    aws.make(apply(aws, desired));
    var objects = random.nextInt(3 * SimulatedStorage.BATCH);
    for (var object = 0; object < objects; object++) {
      aws.put(bucket, "object-" + object);
    }
    for (var round = 0; round < ROUNDS; round++) {
      made(aws, planner.delete(desired, aws.observed(desired, true), IntentRecord.none()), random);
    }

    var isKept = objects > 0 && !(delete && confirmed);
    assertThat(aws.has(bucket)).isEqualTo(isKept);
    assertThat(aws.held(bucket)).isEqualTo(isKept ? objects : 0);
  }

  private Plan apply(SimulatedStorage aws, Desired desired) {
    return planner.apply(desired, aws.observed(desired, false), IntentRecord.none());
  }

  /** Some calls are lost on their way, and end the pass; others are made twice. */
  private static void made(SimulatedStorage aws, Plan plan, Random random) {
    var calls =
        plan.actions().stream()
            .filter(PlannedAction::isCalledNow)
            .map(it -> (FileAction) it.action())
            .toList();
    for (var call : calls) {
      if (random.nextInt(5) == 0) {
        return;
      }
      aws.make(call);
      if (random.nextInt(6) == 0 && !(call instanceof FileAction.Delete)) {
        aws.make(call);
      }
    }
  }

  private static void drift(SimulatedStorage aws, String bucket, Random random) {
    List.of(
            new BucketSetting.Versioning("Suspended"),
            new BucketSetting.PublicAccess(false),
            new BucketSetting.Ownership("ObjectWriter"),
            new BucketSetting.Policy(Optional.of("p0a1b2c3d4e5")),
            new BucketSetting.Encryption("aws:kms", Optional.of("alias/theirs")),
            new BucketSetting.Lifecycle(
                List.of(
                    new LifecycleRule(
                        "x", Map.of(), Map.of(), Optional.of(1), Optional.of("switched off")))),
            new BucketSetting.Cors(List.of()))
        .stream()
        .filter(_ -> random.nextBoolean())
        .forEach(it -> aws.set(bucket, it));
  }
}
