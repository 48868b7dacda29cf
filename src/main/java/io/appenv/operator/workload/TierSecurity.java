package io.appenv.operator.workload;

import io.appenv.operator.model.DesiredTier;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.Sysctl;

/** The "restricted" level of the Pod Security Standards, for a tier's pods. */
final class TierSecurity {

  private static final int FIRST_UNPRIVILEGED_PORT = 1024;

  private TierSecurity() {}

  static PodSecurityContext pod(DesiredTier tier) {
    var context = RestrictedSecurity.pod();
    tier.runAsUser().ifPresent(context::withRunAsUser);
    if (tier.ports().stream().anyMatch(port -> port < FIRST_UNPRIVILEGED_PORT)) {
      // Ports 80 and 443 without root and without capabilities; a "safe" sysctl, which the
      // restricted level allows and which concerns this pod alone.
      context.withSysctls(new Sysctl("net.ipv4.ip_unprivileged_port_start", "0"));
    }
    return context.build();
  }

  static SecurityContext container(DesiredTier tier) {
    return RestrictedSecurity.container(!tier.writableRootFilesystem());
  }
}
