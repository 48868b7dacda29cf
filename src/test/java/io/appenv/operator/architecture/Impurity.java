package io.appenv.operator.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.io.Serializable;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Calls and method references whose answer depends on more than their arguments. */
final class Impurity {

  /** Asking these for the time without saying which clock. */
  private static final Set<Class<?>> TIMES =
      Set.of(
          Instant.class,
          LocalDate.class,
          LocalDateTime.class,
          OffsetDateTime.class,
          ZonedDateTime.class);

  private static final Set<Class<?>> CLOCKS = Set.of(Clock.class, InstantSource.class);

  private static final Set<Class<?>> DICE =
      Set.of(Random.class, SecureRandom.class, ThreadLocalRandom.class);

  private static final Set<String> SYSTEM =
      Set.of("getenv", "getProperty", "getProperties", "currentTimeMillis", "nanoTime");

  static final DescribedPredicate<JavaAccess<?>> IMPURE =
      DescribedPredicate.describe(
          "reads a clock, dice or the environment", access -> isImpure(access.getTarget()));

  /** The classes of java.net and java.io that only write something down differently are no I/O. */
  static final DescribedPredicate<JavaClass> INPUT_OR_OUTPUT =
      resideInAnyPackage(
              "java.io..",
              "java.net..",
              "java.nio.file..",
              "java.util.logging..",
              "org.jboss.logging..")
          .and(
              not(
                  belongToAnyOf(
                      Serializable.class, URI.class, URLEncoder.class, URLDecoder.class)));

  private Impurity() {}

  private static boolean isImpure(AccessTarget target) {
    var owner = target.getOwner();
    var name = target.getName();
    return (TIMES.stream().anyMatch(owner::isEquivalentTo) && readsDefaultClock(target))
        || (CLOCKS.stream().anyMatch(owner::isEquivalentTo) && name.startsWith("system"))
        || DICE.stream().anyMatch(owner::isEquivalentTo)
        || (owner.isEquivalentTo(System.class) && SYSTEM.contains(name))
        || (owner.isEquivalentTo(Math.class) && name.equals("random"))
        || (owner.isEquivalentTo(UUID.class) && name.equals("randomUUID"));
  }

  private static boolean readsDefaultClock(AccessTarget target) {
    return target.getName().equals("now")
        && target instanceof AccessTarget.CodeUnitAccessTarget now
        && now.getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
  }
}
