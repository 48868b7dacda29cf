package io.appenv.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.fabric8.generator.annotation.Size;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Names subnets of the VPC, by ids or by tags. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"ids", "tags"})
public record SubnetSelector(
    @Size(min = 0, max = 20)
        @JsonPropertyDescription(
            "Ids of the subnets, for example subnet-0a1b2c3d4e5f67890; 2 to 20, in at least "
                + "two availability zones. Give exactly one of ids and tags. Change: in place.")
        List<String> ids,
    @Size(min = 0, max = 10)
        @JsonPropertyDescription(
            "Tags of which each subnet carries every one; 1 to 10. Give exactly one of ids "
                + "and tags. Change: in place.")
        Map<String, String> tags) {

  public SubnetSelector {
    ids = ids == null ? List.of() : List.copyOf(ids);
    tags = tags == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(tags));
  }
}
