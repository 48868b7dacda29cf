package io.appenv.operator.testing;

import io.appenv.operator.sandbox.wire.Call;
import io.appenv.operator.sandbox.wire.Fault;
import io.appenv.operator.sandbox.wire.Faults;
import io.appenv.operator.sandbox.wire.Wire;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What goes wrong in every phase of a life, and stops going wrong. */
public enum Disturbance implements Trouble {
  AWS_LOSES_THE_REQUEST(Disturbance::firstAwsWrites, new Fault.LoseRequest()),
  AWS_LOSES_THE_ANSWER(Disturbance::firstAwsWrites, new Fault.LoseAnswer()),
  AWS_FAILS_AFTER_THE_WRITE(Disturbance::firstAwsWrites, Fault.errorAfterCommit()),
  AWS_THROTTLES_EVERY_WRITE_ONCE(Disturbance::firstAwsWrites, Fault.throttle()),
  AWS_THROTTLES_HALF_OF_ALL(Disturbance::everySecondAwsCall, Fault.throttle()),
  AWS_CREDENTIALS_ARE_EXPIRED(
      Disturbance::someAwsCalls,
      Fault.awsError(403, "ExpiredToken", "The security token included is expired")),
  AWS_FAILS_TO_LIST(
      Disturbance::someAwsReads, Fault.awsError(500, "InternalFailure", "An internal error")),
  AWS_DOES_NOT_SHOW_IT_YET(Disturbance::someListings, Disturbance::withoutItsInstance),
  AWS_HANGS(Disturbance::oneAwsWrite, new Fault.Delay(Duration.ofSeconds(20))),
  THE_API_SERVER_LOSES_THE_REQUEST(Disturbance::firstWrites, new Fault.LoseRequest()),
  THE_API_SERVER_LOSES_THE_ANSWER(Disturbance::firstWrites, new Fault.LoseAnswer()),
  THE_API_SERVER_FAILS_AFTER_THE_WRITE(Disturbance::firstWrites, Fault.errorAfterCommit()),
  THE_API_SERVER_IS_BUSY(Disturbance::firstWrites, Fault.kubernetesError(429, "TooManyRequests")),
  THE_API_SERVER_SEES_A_CONFLICT(Disturbance::firstWrites, Fault.kubernetesError(409, "Conflict")),
  THE_STATUS_IS_REFUSED(Disturbance::manyStatusWrites, Fault.kubernetesError(500, "InternalError"));

  private static final int SOME = 6;
  private static final int MANY = 20;
  private static final Pattern INSTANCE =
      Pattern.compile("<DBInstance>.*?</DBInstance>", Pattern.DOTALL);

  /** Which requests it strikes. */
  private record Reach(int most, Predicate<Call> calls) {}

  private interface Aim {
    Reach at(EnvironmentUnderTest environment);
  }

  private final Aim aim;
  private final Function<EnvironmentUnderTest, Fault> fault;

  Disturbance(Aim aim, Fault fault) {
    this(aim, _ -> fault);
  }

  Disturbance(Aim aim, Function<EnvironmentUnderTest, Fault> fault) {
    this.aim = aim;
    this.fault = fault;
  }

  @Override
  public boolean strikesAll() {
    return this == AWS_THROTTLES_HALF_OF_ALL;
  }

  @Override
  public Faults.Rule begin(Ground ground, Phase phase, EnvironmentUnderTest environment) {
    var reach = aim.at(environment);
    return ground.faults().times(reach.most(), reach.calls(), fault.apply(environment));
  }

  /** Each operation once. */
  private static Reach firstAwsWrites(EnvironmentUnderTest environment) {
    var struck = ConcurrentHashMap.<String>newKeySet();
    return new Reach(
        Integer.MAX_VALUE, call -> isAwsWrite(call, environment) && struck.add(call.operation()));
  }

  private static Reach oneAwsWrite(EnvironmentUnderTest environment) {
    return new Reach(1, call -> isAwsWrite(call, environment));
  }

  private static boolean isAwsWrite(Call call, EnvironmentUnderTest environment) {
    return call.wire() == Wire.AWS
        && call.isWrite()
        && call.target().contains(environment.awsPrefix());
  }

  private static Reach everySecondAwsCall(EnvironmentUnderTest environment) {
    return new Reach(Integer.MAX_VALUE, call -> call.wire() == Wire.AWS && call.number() % 2 == 0);
  }

  private static Reach someAwsCalls(EnvironmentUnderTest environment) {
    return new Reach(SOME, call -> call.wire() == Wire.AWS);
  }

  private static Reach someAwsReads(EnvironmentUnderTest environment) {
    return new Reach(SOME, call -> call.wire() == Wire.AWS && !call.isWrite());
  }

  private static Reach someListings(EnvironmentUnderTest environment) {
    return new Reach(SOME, call -> call.operation().equals("DescribeDBInstances"));
  }

  /** Those of its neighbours stay in the list. */
  private static Fault withoutItsInstance(EnvironmentUnderTest environment) {
    return new Fault.Alter(
        (_, answer) ->
            answer.withText(
                INSTANCE
                    .matcher(answer.text())
                    .replaceAll(
                        it ->
                            it.group().contains(environment.awsPrefix())
                                ? ""
                                : Matcher.quoteReplacement(it.group()))));
  }

  /** Each object once. */
  private static Reach firstWrites(EnvironmentUnderTest environment) {
    var struck = ConcurrentHashMap.<String>newKeySet();
    return new Reach(
        Integer.MAX_VALUE, call -> isWrite(call, environment) && struck.add(call.signature()));
  }

  private static Reach manyStatusWrites(EnvironmentUnderTest environment) {
    return new Reach(
        MANY,
        call ->
            isWrite(call, environment) && call.operation().equals("patch appenvironments/status"));
  }

  private static boolean isWrite(Call call, EnvironmentUnderTest environment) {
    return call.wire() == Wire.KUBERNETES
        && call.isWrite()
        && call.target().startsWith(environment.namespace() + "/");
  }
}
