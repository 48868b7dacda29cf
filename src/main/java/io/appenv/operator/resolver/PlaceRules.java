package io.appenv.operator.resolver;

import io.appenv.operator.api.v1alpha1.AppEnvironmentSpec;
import io.appenv.operator.api.v1alpha1.NetworkSpec;
import io.appenv.operator.model.Stage;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where in AWS an environment of a stage has to be, or must not be. */
final class PlaceRules {

  private static final Pattern REGION = Pattern.compile("[a-z]{2}(-[a-z]+)+-[0-9]");

  private PlaceRules() {}

  static void check(Problems problems, AppEnvironmentSpec spec, Stage stage) {
    if (stage == Stage.DEVELOPMENT) {
      if (spec.aws() != null || isPlaced(spec.network())) {
        problems.add(
            "stage Development uses no AWS; remove spec.aws and everything of spec.network but"
                + " ingress");
      }
      return;
    }
    problems.parsed(
        "spec.aws.region",
        spec.aws() == null ? null : spec.aws().region(),
        "",
        text -> Optional.of(text).filter(it -> REGION.matcher(it).matches()),
        "write the code of an AWS region, for example ap-northeast-1");
    var vpc = spec.network() == null ? null : spec.network().vpc();
    if (vpc == null) {
      problems.add("spec.network.vpc is missing; name the VPC by id or by tags");
    } else if (Optional.ofNullable(vpc.id()).filter(id -> !id.isEmpty()).isPresent()
        != vpc.tags().isEmpty()) {
      problems.add("spec.network.vpc names neither or both of id and tags; write one of them");
    }
  }

  private static boolean isPlaced(@Nullable NetworkSpec network) {
    return network != null
        && (network.vpc() != null
            || network.subnets() != null
            || network.securityGroups() != null
            || !network.peers().isEmpty());
  }
}
