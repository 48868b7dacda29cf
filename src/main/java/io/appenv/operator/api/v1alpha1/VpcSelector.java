package io.appenv.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Names one VPC, by id or by tags. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"id", "tags"})
@ValidationRule(
    value = "(has(self.id) && self.id != '') != (has(self.tags) && size(self.tags) > 0)",
    message =
        "name the VPC either by id or by tags: write vpc: {id: vpc-...} or vpc: "
            + "{tags: {key: value}}")
public record VpcSelector(
    @Size(max = 40)
        @ValidationRule(
            value = "self == '' || self.matches('^vpc-[0-9a-f]+$')",
            message =
                "write the id of a VPC, vpc- and hexadecimal digits, for example "
                    + "vpc-0a1b2c3d4e5f67890")
        @JsonPropertyDescription(
            "Id of the VPC, for example vpc-0a1b2c3d4e5f67890. Give exactly one of id and "
                + "tags. Change: replacement, refused.")
        @Nullable String id,
    @Size(max = 10)
        @JsonPropertyDescription(
            "Tags of which the VPC carries every one; they must match exactly one VPC of "
                + "the region. 1 to 10. Give exactly one of id and tags. Change: replacement, "
                + "refused.")
        Map<String, @Size(max = 256) String> tags) {

  public VpcSelector {
    tags = tags == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(tags));
  }
}
