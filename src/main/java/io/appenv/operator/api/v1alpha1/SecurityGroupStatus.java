package io.appenv.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One security group of an environment, with the rules that it shall have. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"role", "name", "id", "rules"})
public record SecurityGroupStatus(
    @JsonPropertyDescription("What it is for: loadbalancer, the name of a tier, database or cache.")
        String role,
    @JsonPropertyDescription("Its name in AWS.") String name,
    @JsonPropertyDescription("Its id in AWS, once AWS has given it.") @Nullable String id,
    @JsonPropertyDescription(
            "All connections that it lets in, a line each, for example backend accepts tcp 8000 "
                + "from frontend.")
        List<String> rules) {

  public SecurityGroupStatus {
    rules = rules == null ? List.of() : List.copyOf(rules);
  }
}
