package io.appenv.operator.backend.ack;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AckMergeTest {

  private static final Map<String, String> CHANGING = AckAnnotations.changing("r");

  @Test
  void whatTheControllerHasAddedStaysAndWhatIsNotWantedNowGoes() {
    var stored =
        stored(
            Map.of("engine", "redis", "networkType", "ipv4", "authToken", Map.of("key", "x")),
            Map.of(AckAnnotations.READ_ONLY, "true", AckAnnotations.ADOPTED, "true"));

    var merged = AckMerge.of(stored, Map.of("engine", "redis"), CHANGING);
    assertThat(merged.<Object>get("spec"))
        .isEqualTo(Map.of("engine", "redis", "networkType", "ipv4"));
    assertThat(merged.getMetadata().getAnnotations())
        .containsEntry(AckAnnotations.ADOPTED, "true")
        .doesNotContainKey(AckAnnotations.READ_ONLY);
  }

  /** A number is the same whether it was stored or is wanted. */
  @Test
  void sameIsWhatAsksForNothingNew() {
    var stored = stored(Map.of("port", 5432L), CHANGING);

    assertThat(AckMerge.isSame(stored, AckMerge.of(stored, Map.of("port", 5432), CHANGING)))
        .isTrue();
    assertThat(AckMerge.isSame(stored, AckMerge.of(stored, Map.of("port", 5433), CHANGING)))
        .isFalse();
  }

  /** While it is unlike, no controller may act on it. */
  @Test
  void whatIsWrittenToBeNoticedIsAtRest() {
    var stored = stored(Map.of("engine", "redis", "tags", "some"), CHANGING);

    var unlike = AckMerge.unlike(stored);
    assertThat(AckMerge.hasSameSpec(stored, unlike)).isFalse();
    assertThat(unlike.getMetadata().getAnnotations())
        .containsEntry(AckAnnotations.READ_ONLY, "true");
  }

  private static GenericKubernetesResource stored(
      Map<String, Object> spec, Map<String, String> annotations) {
    var resource = new GenericKubernetesResource();
    resource.setMetadata(new ObjectMetaBuilder().withAnnotations(annotations).build());
    resource.setAdditionalProperty("spec", spec);
    return resource;
  }
}
