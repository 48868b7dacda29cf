package io.appenv.operator.resolver;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.api.v1alpha1.AppEnvironment;
import io.appenv.operator.model.ChangeControl;
import io.appenv.operator.model.ChangePolicy;
import io.appenv.operator.model.Failure;
import io.appenv.operator.model.WeeklyWindow;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangeControlsTest {

  @Test
  void nobodyIsAskedByDefault() {
    assertThat(ChangeControls.of(Specs.environment(Specs.PRODUCTION)))
        .isEqualTo(ChangeControl.auto());
    assertThat(ChangeControls.of(new AppEnvironment())).isEqualTo(ChangeControl.auto());
  }

  @ParameterizedTest
  @CsvSource({
    "Auto,AUTO",
    "ApproveDisruptive,APPROVE_DISRUPTIVE",
    "ApproveAll,APPROVE_ALL",
    "PlanOnly,PLAN_ONLY"
  })
  void everyWordOfTheManifestIsKnown(String word, ChangePolicy policy) {
    assertThat(ChangeControls.of(environment("changes: " + word)).policy()).isEqualTo(policy);
  }

  @Test
  void anApprovalIsInTheSpecOrAnAnnotation() {
    var environment = environment("approve: p0a1b2c3d4e5");
    environment.getMetadata().setAnnotations(Map.of("appenv.io/approve", "p5f4e3d2c1b0"));

    assertThat(ChangeControls.of(environment).approved())
        .isEqualTo(Set.of("p0a1b2c3d4e5", "p5f4e3d2c1b0"));
  }

  @Test
  void theWindowIsByTheClockOfItsTimeZone() {
    var window =
        environment("maintenanceWindow: {window: 'sat:23:00-sun:01:00', timeZone: Asia/Tokyo}");
    var inUtc = environment("maintenanceWindow: {window: 'sun:03:00-sun:05:00'}");

    assertThat(ChangeControls.of(window).window())
        .contains(
            new WeeklyWindow(
                DayOfWeek.SATURDAY,
                LocalTime.of(23, 0),
                Duration.ofHours(2),
                ZoneId.of("Asia/Tokyo")));
    assertThat(ChangeControls.of(inUtc).window().orElseThrow().day()).isEqualTo(DayOfWeek.SUNDAY);
    assertThat(ChangeControls.of(inUtc).window().orElseThrow().zone()).isEqualTo(ZoneId.of("UTC"));
  }

  @Test
  void aWindowThatIsNoneIsAMistakeOfTheSpec() {
    var nowhere = "maintenanceWindow: {window: 'sun:03:00-sun:05:00', timeZone: Mars/Olympus}";
    var short30 = "maintenanceWindow: {window: 'sun:03:00-sun:03:10'}";

    assertThat(failures(nowhere)).singleElement().asString().contains("Mars/Olympus");
    assertThat(failures(short30)).singleElement().asString().contains("at least 30 minutes");
  }

  private static List<String> failures(String operations) {
    return Specs.resolve(Specs.PRODUCTION + "operations: {" + operations + "}\n")
        .failures()
        .stream()
        .map(Failure::message)
        .toList();
  }

  private static AppEnvironment environment(String operations) {
    return Specs.environment(Specs.PRODUCTION + "operations: {" + operations + "}\n");
  }
}
