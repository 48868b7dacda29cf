package io.appenv.operator.reconciler;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.sandbox.RunningOperator;
import io.appenv.operator.sandbox.Sandbox;
import io.appenv.operator.sandbox.WithOperator;
import io.appenv.operator.sandbox.wire.Call;
import io.appenv.operator.sandbox.wire.Fault;
import io.appenv.operator.sandbox.wire.Wire;
import io.appenv.operator.testing.AwsView;
import io.appenv.operator.testing.EnvironmentUnderTest;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every write to AWS works, but the operator, which goes on running, is told otherwise or nothing
 * at all, once for each operation. It must find out by looking, and not by trying for ever.
 */
@WithOperator
class LostAnswersIT {

  /** A healthy create or delete takes a few hundred; a loop without a pause takes thousands. */
  private static final int MANY_REQUESTS = 1500;

  static Stream<Arguments> faults() {
    return Stream.of(
        Arguments.of("internal error", Fault.errorAfterCommit()),
        Arguments.of("no answer", new Fault.LoseAnswer()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("faults")
  void everyWriteOfALifeIsAnsweredWrongOnce(
      String name, Fault fault, Sandbox sandbox, RunningOperator operator) throws Exception {
    var environment = EnvironmentUnderTest.inNewNamespace(sandbox.admin(), "production");
    var disturbed = ConcurrentHashMap.<String>newKeySet();
    var mark = sandbox.wires().recording().mark();
    try (var aws = new AwsView(sandbox);
        var _ = sandbox.wires().faults().always(firstOfEach(environment, disturbed), fault)) {
      environment.apply("{}");
      environment.awaitReady();

      assertThat(disturbed)
          .contains(
              "CreateDBSubnetGroup",
              "CreateDBParameterGroup",
              "CreateDBInstance",
              "CreateCacheSubnetGroup",
              "CreateReplicationGroup");
      assertThat(aws.instance(environment.awsPrefix())).isPresent();
      assertThat(aws.group(environment.awsPrefix())).isPresent();
      assertThat(aws.groupNames(environment.awsPrefix())).hasSize(3);
      assertThat(sandbox.wires().recording().since(mark)).hasSizeLessThan(MANY_REQUESTS);
      assertThatItRests(operator);

      var deletion = sandbox.wires().recording().mark();
      environment.delete();
      environment.awaitGone();

      assertThat(disturbed)
          .contains(
              "DeleteDBInstance",
              "DeleteReplicationGroup",
              "DeleteDBParameterGroup",
              "DeleteDBSubnetGroup",
              "DeleteCacheSubnetGroup");
      assertThat(aws.instances(environment.awsPrefix())).isEmpty();
      assertThat(aws.groups(environment.awsPrefix())).isEmpty();
      assertThat(aws.groupNames(environment.awsPrefix())).isEmpty();
      assertThat(aws.databaseSnapshots(environment.awsPrefix())).hasSize(1);
      assertThat(aws.cacheSnapshots(environment.awsPrefix())).hasSize(1);
      assertThat(sandbox.wires().recording().since(deletion)).hasSizeLessThan(MANY_REQUESTS);
      assertThatItRests(operator);
    }
  }

  private static Predicate<Call> firstOfEach(
      EnvironmentUnderTest environment, Set<String> disturbed) {
    return call ->
        call.wire() == Wire.AWS
            && call.isWrite()
            && call.target().contains(environment.awsPrefix())
            && disturbed.add(call.operation());
  }

  /** Passes that make no request are not in the recording, but they use the processor. */
  private static void assertThatItRests(RunningOperator operator) throws InterruptedException {
    var before = processorTime(operator);
    Thread.sleep(Duration.ofSeconds(4));
    assertThat(processorTime(operator).minus(before)).isLessThan(Duration.ofSeconds(2));
  }

  private static Duration processorTime(RunningOperator operator) {
    return ProcessHandle.of(operator.process().pid())
        .flatMap(process -> process.info().totalCpuDuration())
        .orElseThrow();
  }
}
