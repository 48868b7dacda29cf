package io.appenv.operator.scaling;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.model.Desired;
import io.appenv.operator.model.DesiredTier;
import io.appenv.operator.resolver.Specs;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever overrides there are, within what their environment allows. */
class OverridesPropertiesTest {

  private static final LocalDateTime MIDNIGHT = LocalDateTime.parse("2026-03-06T00:00:00");
  private static final Duration DAY = Duration.ofDays(1);
  private static final int HOURS = 24 * 6;

  private static final Desired DECLARED = Specs.resolve(Specs.PRODUCTION).desired().orElseThrow();

  private static final Map<String, TierLimits> LIMITS = TierLimits.of(Sales.spec());

  /** Clocks are put forward in New York on 2026-03-08. */
  @Provide
  Arbitrary<Wish> wishes() {
    return Combinators.combine(
            Arbitraries.of("a", "b", "c", "d", "e"),
            schedules(),
            Arbitraries.integers().between(0, 180).map(Duration::ofMinutes),
            tierWishes().optional(),
            tierWishes().optional(),
            Arbitraries.of(true, false))
        .as(OverridesPropertiesTest::wish)
        .filter(wish -> Refusal.of(wish, LIMITS, DataLimits.none()).isEmpty());
  }

  private static Wish wish(
      String name,
      Schedule schedule,
      Duration prewarm,
      Optional<TierWish> frontend,
      Optional<TierWish> backend,
      boolean frozen) {
    var tiers = new TreeMap<String, TierWish>();
    frontend.ifPresent(it -> tiers.put("frontend", it));
    backend.ifPresent(it -> tiers.put("backend", it));
    return new Wish(name, schedule, prewarm, tiers, frozen, DataWish.none());
  }

  private static Arbitrary<Schedule> schedules() {
    return Combinators.combine(
            Arbitraries.integers().between(0, HOURS * 4),
            Arbitraries.integers().between(1, 95),
            Arbitraries.of("UTC", "America/New_York", "Asia/Tokyo").map(ZoneId::of),
            Arbitraries.of(DayOfWeek.class).set().ofMinSize(1).optional(),
            Arbitraries.integers().between(6, 20).optional())
        .as(
            (start, length, zone, days, until) -> {
              var from = MIDNIGHT.plusMinutes(15L * start);
              return new Schedule(
                  from,
                  from.plusMinutes(15L * length),
                  zone,
                  days.map(it -> recurrence(it, until)));
            });
  }

  private static Schedule.Recurrence recurrence(Set<DayOfWeek> days, Optional<Integer> until) {
    return new Schedule.Recurrence(days, until.map(it -> LocalDate.of(2026, 3, it)));
  }

  private static Arbitrary<TierWish> tierWishes() {
    var pods = Arbitraries.integers().between(1, 30);
    return Arbitraries.oneOf(
        pods.map(it -> new TierWish(Optional.empty(), Optional.empty(), Optional.of(it))),
        Combinators.combine(pods.optional(), pods.optional())
            .as((min, max) -> new TierWish(min, max, Optional.empty())));
  }

  @Provide
  Arbitrary<Instant> moments() {
    return Arbitraries.longs()
        .between(0, HOURS * 60L)
        .map(minutes -> Instant.parse("2026-03-05T12:00:00Z").plus(Duration.ofMinutes(minutes)));
  }

  @Provide
  Arbitrary<List<Wish>> lists() {
    return wishes().list().ofMaxSize(5);
  }

  @Property
  void neverFewerThanTheManifestNorMoreThanTheLimit(
      @ForAll("lists") List<Wish> wishes, @ForAll("moments") Instant now) {
    for (var tier : desired(wishes, now)) {
      var limits = Objects.requireNonNull(LIMITS.get(tier.name()));
      assertThat(tier.scaling().min()).isGreaterThanOrEqualTo(limits.own().fewest());
      assertThat(tier.scaling().max()).isBetween(tier.scaling().min(), limits.most());
      assertThat(tier.scaling().declaredMin()).isEqualTo(limits.own().fewest());
    }
  }

  @Property
  void nobodyGetsLessThanWithoutTheOthers(
      @ForAll("lists") List<Wish> wishes, @ForAll("moments") Instant now) {
    var together = desired(wishes, now);
    for (var wish : wishes) {
      var alone = desired(List.of(wish), now);
      IntStream.range(0, alone.size())
          .filter(it -> wish.tiers().containsKey(alone.get(it).name()))
          .filter(_ -> wish.inForce(now).isPresent())
          .forEach(
              it -> {
                var mine = alone.get(it).scaling();
                var all = together.get(it).scaling();
                assertThat(all.min()).isGreaterThanOrEqualTo(mine.min());
                assertThat(all.max()).isGreaterThanOrEqualTo(mine.max());
                assertThat(all.isScaleInFrozen() || !mine.isScaleInFrozen()).isTrue();
              });
    }
  }

  @Property
  void theirOrderDoesNotMatterNorThatOneIsThereTwice(
      @ForAll("lists") List<Wish> wishes, @ForAll("moments") Instant now, @ForAll Random random) {
    var others = new ArrayList<>(wishes);
    wishes.stream().findAny().ifPresent(others::add);
    Collections.shuffle(others, random);

    assertThat(bounds(desired(others, now))).isEqualTo(bounds(desired(wishes, now)));
  }

  @Property
  void whereNoneIsInForceTheManifestCounts(
      @ForAll("lists") List<Wish> wishes, @ForAll("moments") Instant now) {
    var idle = wishes.stream().filter(it -> it.inForce(now).isEmpty()).toList();

    assertThat(desired(idle, now)).isEqualTo(DECLARED.tiers());
  }

  /** What a timer would miss nobody would see. */
  @Property
  void betweenTwoMomentsNothingChanges(
      @ForAll("lists") List<Wish> wishes, @ForAll("moments") Instant now) {
    var next = overrides(wishes).next(now).orElse(now.plus(DAY));

    assertThat(next).isAfter(now);
    assertThat(bounds(desired(wishes, next.minusMillis(1))))
        .isEqualTo(bounds(desired(wishes, now)));
  }

  @Property
  void everyOccurrenceHasALengthAndAStartOnItsDay(
      @ForAll("wishes") Wish wish, @ForAll("moments") Instant now) {
    wish.schedule()
        .from(now)
        .ifPresent(
            it -> {
              assertThat(it.end()).isAfter(it.start()).isAfter(now);
              var length = Duration.between(wish.schedule().start(), wish.schedule().end());
              assertThat(Duration.between(it.start(), it.end()))
                  .isBetween(length.minusHours(1), length.plusHours(1));
            });
  }

  private static Overrides overrides(List<Wish> wishes) {
    return new Overrides(new TreeMap<>(LIMITS), DataLimits.none(), wishes);
  }

  private static List<DesiredTier> desired(List<Wish> wishes, Instant now) {
    return new Scaled(overrides(wishes), now).of(DECLARED).tiers();
  }

  private static List<List<Object>> bounds(List<DesiredTier> tiers) {
    return tiers.stream()
        .map(DesiredTier::scaling)
        .map(it -> List.<Object>of(it.min(), it.max(), it.isScaleInFrozen()))
        .toList();
  }
}
