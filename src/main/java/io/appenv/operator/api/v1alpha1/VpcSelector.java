package io.appenv.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.fabric8.generator.annotation.Size;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Names one VPC, by id or by tags. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"id", "tags"})
public record VpcSelector(
    @Size(min = 0, max = 25)
        @JsonPropertyDescription(
            "Id of the VPC, for example vpc-0a1b2c3d4e5f67890. Give exactly one of id and "
                + "tags. Change: replacement, refused.")
        @Nullable String id,
    @Size(min = 0, max = 10)
        @JsonPropertyDescription(
            "Tags of which the VPC carries every one; they must match exactly one VPC of "
                + "the region. 1 to 10. Give exactly one of id and tags. Change: replacement, "
                + "refused.")
        Map<String, String> tags) {

  public VpcSelector {
    tags = tags == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(tags));
  }
}
