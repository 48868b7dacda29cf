package io.appenv.operator.backend.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.appenv.operator.model.Component;
import io.appenv.operator.model.Failure;
import io.appenv.operator.model.Failure.Recoverable;
import io.appenv.operator.model.Failure.Terminal;
import io.appenv.operator.model.Failure.Waiting;
import io.appenv.operator.model.FailureException;
import io.appenv.operator.model.Reason;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RotatingReadsTest {

  private final Map<String, String> aws = new ConcurrentHashMap<>();
  private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
  private final RotatingReads<String> reads = new RotatingReads<>(2, this::ask);

  private Optional<String> ask(String key) {
    asked.add(key);
    return Optional.ofNullable(aws.get(key));
  }

  @Test
  void eachIsReadOnceAndThenTwoInEachListing() {
    var keys = keys(10);
    keys.forEach(key -> aws.put(key, "before"));
    assertThat(reads.of(keys).values()).hasSize(10);
    assertThat(asked).hasSize(10);
    asked.clear();

    reads.of(keys);

    assertThat(asked).hasSize(2);
  }

  @Test
  void aChangeMadeByHandIsFoundWithinOneRotation() {
    var keys = keys(10);
    keys.forEach(key -> aws.put(key, "before"));
    reads.of(keys);
    aws.put("key-7", "after");

    for (var listing = 0; listing < 5; listing++) {
      reads.of(keys);
    }

    assertThat(reads.of(keys).values()).containsEntry("key-7", "after");
  }

  @Test
  void whatWasCreatedIsKnownWithoutAsking() {
    var quiet = new RotatingReads<String>(0, this::ask);
    quiet.remember("key-1", "made");

    assertThat(quiet.of(List.of("key-1")).values()).containsEntry("key-1", "made");
    assertThat(asked).isEmpty();
  }

  @Test
  void aWriteOfUnknownOutcomeIsReadBack() {
    var quiet = new RotatingReads<String>(0, this::ask);
    quiet.remember("arn:aws:rds:region:1:subgrp:name", "before");
    aws.put("arn:aws:rds:region:1:subgrp:name", "after");

    quiet.forgetNamed("name");

    assertThat(quiet.of(List.of("arn:aws:rds:region:1:subgrp:name")).values())
        .containsValue("after");
  }

  @Test
  void aWriteInTheMiddleOfAReadWins() {
    var holder = new ArrayList<RotatingReads<String>>();
    var racing =
        new RotatingReads<String>(
            0,
            key -> {
              holder.getFirst().remember(key, "written");
              return Optional.of("read before the write");
            });
    holder.add(racing);
    racing.of(List.of("key-1"));

    assertThat(racing.of(List.of("key-1")).values()).containsEntry("key-1", "written");
  }

  @Test
  void whatVanishedSinceTheListingIsLeftOut() {
    aws.put("key-1", "there");

    assertThat(reads.of(List.of("key-1", "key-2")).values()).containsOnlyKeys("key-1");
  }

  @Test
  void whatIsNoLongerListedIsForgotten() {
    var quiet = new RotatingReads<String>(0, this::ask);
    quiet.remember("key-1", "of its first life");
    quiet.of(List.of());
    aws.put("key-1", "of its second life");

    assertThat(quiet.of(List.of("key-1")).values()).containsEntry("key-1", "of its second life");
  }

  @Test
  void oneReadThatFailsFailsTheListing() {
    var failing =
        new RotatingReads<String>(
            2,
            key -> {
              throw new FailureException(
                  new Recoverable(Component.DATABASE, Reason.THROTTLED, "throttled"));
            });

    assertThatThrownBy(() -> failing.of(keys(20))).isInstanceOf(FailureException.class);
  }

  @Test
  void whatCannotBeReadAgainForAPassingCauseCountsAsItWasLastSeen() {
    var cause = new AtomicReference<Optional<Failure>>(Optional.empty());
    var failing = new RotatingReads<String>(2, key -> read(key, cause.get()));
    aws.put("key-1", "before");
    failing.of(List.of("key-1"));
    cause.set(Optional.of(new Recoverable(Component.DATABASE, Reason.THROTTLED, "throttled")));

    assertThat(failing.of(List.of("key-1")).values()).containsEntry("key-1", "before");
    assertThatThrownBy(() -> failing.of(List.of("key-1", "key-2")))
        .isInstanceOf(FailureException.class);
    cause.set(Optional.of(new Terminal(Component.DATABASE, Reason.ACCESS_DENIED, "denied")));
    assertThat(failing.of(List.of("key-1"))).isEqualTo(new Reads<>(Map.of(), refusal("key-1")));
  }

  @Test
  void whatIsRefusedOfOneSaysNothingOfTheOthers() {
    keys(20).forEach(key -> aws.put(key, "there"));
    var denied = refusal("key-7");
    var refusing =
        new RotatingReads<String>(2, key -> read(key, Optional.ofNullable(denied.get(key))));

    var all = refusing.of(keys(20));

    assertThat(all.values()).hasSize(19).doesNotContainKey("key-7");
    assertThat(all.refused()).isEqualTo(denied);
    assertThat(all.value("key-8")).contains("there");
    assertThat(all.value("key-7")).isEmpty();
    assertThat(all.refusedOf(keys(20), key -> key, key -> "name of " + key))
        .containsOnlyKeys("name of key-7");
  }

  /** A missing right may be given back, and nobody has lost anything meanwhile. */
  @Test
  void aRefusalThatMayPassCountsForWhatWasNeverRead() {
    var cause = new AtomicReference<Optional<Failure>>(Optional.empty());
    var failing = new RotatingReads<String>(2, key -> read(key, cause.get()));
    aws.put("key-1", "before");
    failing.of(List.of("key-1"));
    cause.set(Optional.of(new Recoverable(Component.DATABASE, Reason.ACCESS_DENIED, "denied")));

    var all = failing.of(List.of("key-1", "key-2"));

    assertThat(all.values()).containsOnly(Map.entry("key-1", "before"));
    assertThat(all.refused()).containsOnlyKeys("key-2");
  }

  private static Map<String, Failure> refusal(String key) {
    return Map.of(key, new Terminal(Component.DATABASE, Reason.ACCESS_DENIED, "denied"));
  }

  /** Where half of all calls are throttled, a list is read all the same, attempt by attempt. */
  @Test
  void whatWasReadBesideAFailureIsNotReadAgain() {
    var keys = keys(20);
    keys.forEach(key -> aws.put(key, "there"));
    var calls = new AtomicInteger();
    var throttled = Optional.<Failure>of(new Recoverable(Component.CACHE, Reason.THROTTLED, "-"));
    var half =
        new RotatingReads<String>(
            2, key -> read(key, throttled.filter(_ -> calls.incrementAndGet() % 2 == 0)));

    for (var attempt = 0; attempt < 60; attempt++) {
      try {
        half.of(keys);
      } catch (FailureException failed) {
        assertThat(failed.failure()).isEqualTo(throttled.orElseThrow());
      }
    }

    assertThat(half.of(keys).values()).hasSize(20);
  }

  @Test
  void whatIsBusyCountsAsItWasLastSeen() {
    var busy = new AtomicReference<Optional<Failure>>(Optional.empty());
    var refusing = new RotatingReads<String>(2, key -> read(key, busy.get()));
    aws.put("key-1", "before");
    refusing.of(List.of("key-1"));
    busy.set(Optional.of(new Waiting(Component.CACHE, Reason.MODIFYING, "busy")));

    var seen = refusing.of(List.of("key-1", "key-2"), (_, _) -> "as described");

    assertThat(seen.values())
        .containsOnly(Map.entry("key-1", "before"), Map.entry("key-2", "as described"));
  }

  @Test
  void whatIsRefusedOfOthersThingsMayCountAsSomethingElse() {
    var denied = refusal("key-2");
    var refusing =
        new RotatingReads<String>(2, key -> read(key, Optional.ofNullable(denied.get(key))));
    aws.put("key-1", "seen");

    var seen = refusing.of(List.of("key-1", "key-2")).orElse(Set.of("key-2"), "without a word");

    assertThat(seen.values())
        .containsOnly(Map.entry("key-1", "seen"), Map.entry("key-2", "without a word"));
    assertThat(seen.refused()).isEmpty();
    assertThat(refusing.of(List.of("key-2")).orElse(Set.of("key-1"), "-").refused())
        .isEqualTo(denied);
  }

  private Optional<String> read(String key, Optional<Failure> refusal) {
    refusal.ifPresent(
        failure -> {
          throw new FailureException(failure);
        });
    return ask(key);
  }

  private static List<String> keys(int count) {
    return IntStream.range(0, count).mapToObj(number -> "key-" + number).toList();
  }
}
