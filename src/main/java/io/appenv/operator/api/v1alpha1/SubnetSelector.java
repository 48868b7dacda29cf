package io.appenv.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Names subnets of the VPC, by ids or by tags. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"ids", "tags"})
@ValidationRule(
    value = "(has(self.ids) && size(self.ids) > 0) != (has(self.tags) && size(self.tags) " + "> 0)",
    message =
        "name the subnets either by ids or by tags: write subnets: {ids: [subnet-..., "
            + "subnet-...]} or subnets: {tags: {key: value}}")
public record SubnetSelector(
    @Size(max = 20)
        @ValidationRule(
            value =
                "self.size() == 0 || (self.size() >= 2 && self.all(id, "
                    + "id.matches('^subnet-[0-9a-f]+$')))",
            message =
                "write at least two ids of subnets, subnet- and hexadecimal digits, for "
                    + "example [subnet-0a1b2c3d, subnet-4e5f6789]")
        @JsonPropertyDescription(
            "Ids of the subnets, for example subnet-0a1b2c3d4e5f67890; 2 to 20, in at least "
                + "two availability zones. Give exactly one of ids and tags. Change: in place.")
        List<@Size(max = 40) String> ids,
    @Size(max = 10)
        @JsonPropertyDescription(
            "Tags of which each subnet carries every one; 1 to 10. Give exactly one of ids "
                + "and tags. Change: in place.")
        Map<String, @Size(max = 256) String> tags) {

  public SubnetSelector {
    ids = ids == null ? List.of() : List.copyOf(ids);
    tags = tags == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(tags));
  }
}
