package io.appenv.operator.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static io.appenv.operator.architecture.Rooms.PURE;
import static io.appenv.operator.architecture.Rooms.ROOT;
import static io.appenv.operator.architecture.Rooms.in;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The rooms of docs/design.md: who may touch whom, and which libraries live where. */
@AnalyzeClasses(packages = ROOT, importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static void everyRoomTouchesOnlyWhatItMay(JavaClasses operator) {
    assertThat(operator).isNotEmpty();
    Rooms.TABLE.forEach((room, others) -> Rooms.mayTouch(room, others).check(operator));
  }

  @ArchTest
  static final ArchRule EVERY_CLASS_LIVES_IN_A_ROOM =
      classes()
          .that()
          .doNotHaveSimpleName("package-info")
          .should()
          .resideInAnyPackage(in(Rooms.all()));

  @ArchTest
  static final ArchRule NO_CYCLES = slices().matching(ROOT + ".(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule NO_NAMES_THAT_SAY_NOTHING =
      noClasses()
          .should()
          .haveNameMatching(
              ".*\\.[A-Za-z]*(Util|Utils|Helper|Manager|Common|Base|Impl)([A-Z][A-Za-z]*)?(\\$.*)?")
          .orShould()
          .haveNameMatching(".*\\.(util|utils|helper|helpers|manager|common|base|impl)\\..*");

  @ArchTest
  static final ArchRule AWS_SDK_HAS_ONE_HOME =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + ".backend.aws..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("software.amazon.awssdk..");

  @ArchTest
  static final ArchRule OPERATOR_SDK_DRIVES_FROM_OUTSIDE =
      noClasses()
          .that()
          .resideOutsideOfPackages(in("dependent", "reconciler", "observability"))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.javaoperatorsdk..", "io.quarkiverse.operatorsdk..");

  @ArchTest
  static final ArchRule KUBERNETES_OBJECTS_STAY_WHERE_THEY_ARE_BUILT_OR_READ =
      noClasses()
          .that()
          .resideOutsideOfPackages(in(Rooms.KUBERNETES))
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.fabric8..");

  @ArchTest
  static final ArchRule ONLY_THE_EDGE_HAS_A_KUBERNETES_CLIENT =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              in(
                  "api.v1alpha1",
                  "backend.ack",
                  "dependent",
                  "requests",
                  "aggregation",
                  "reconciler",
                  "observability"))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.fabric8.kubernetes.client..", "io.fabric8.crd..");

  @ArchTest
  static final ArchRule PURE_ROOMS_ASK_NO_CLOCK_DICE_OR_ENVIRONMENT =
      noClasses()
          .that()
          .resideInAnyPackage(in(PURE))
          .should()
          .accessTargetWhere(Impurity.IMPURE)
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule PURE_ROOMS_DO_NO_INPUT_OR_OUTPUT =
      noClasses()
          .that()
          .resideInAnyPackage(in(PURE))
          .should()
          .dependOnClassesThat(Impurity.INPUT_OR_OUTPUT)
          .allowEmptyShould(true);
}
