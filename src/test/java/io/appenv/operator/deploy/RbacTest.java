package io.appenv.operator.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBinding;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.Role;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The operator's rights are exactly this table; whoever needs more changes it knowingly. */
class RbacTest {

  private static final Set<String> OWNED =
      Set.of("get", "list", "watch", "create", "patch", "update", "delete");

  private static final Map<String, Set<String>> CLUSTER_WIDE =
      Map.ofEntries(
          Map.entry("appenv.io/appenvironments", Set.of("get", "list", "watch", "patch", "update")),
          Map.entry("appenv.io/appenvironments/status", Set.of("get", "patch", "update")),
          Map.entry("appenv.io/appenvironments/finalizers", Set.of("update")),
          Map.entry("appenv.io/scaleoverrides", Set.of("get", "list", "watch")),
          Map.entry("appenv.io/scaleoverrides/status", Set.of("get", "patch", "update")),
          Map.entry("apps/deployments", OWNED),
          Map.entry("apps/statefulsets", OWNED),
          Map.entry("autoscaling/horizontalpodautoscalers", OWNED),
          Map.entry("policy/poddisruptionbudgets", OWNED),
          Map.entry("networking.k8s.io/networkpolicies", OWNED),
          Map.entry("networking.k8s.io/ingresses", OWNED),
          Map.entry("networking.k8s.io/ingressclasses", Set.of("get", "list", "watch")),
          Map.entry("vpcresources.k8s.aws/securitygrouppolicies", OWNED),
          Map.entry("/services", OWNED),
          Map.entry("/serviceaccounts", OWNED),
          Map.entry("/secrets", OWNED),
          Map.entry("/pods", Set.of("get", "list", "watch")),
          Map.entry("/nodes", Set.of("get", "list", "watch")),
          Map.entry("/configmaps", Set.of("get", "create", "patch", "update")),
          Map.entry("/events", Set.of("create", "patch")),
          Map.entry("events.k8s.io/events", Set.of("create", "patch")),
          Map.entry("/namespaces[kube-system]", Set.of("get")),
          Map.entry("networking.k8s.io/servicecidrs[kubernetes]", Set.of("get")),
          Map.entry("elbv2.k8s.aws/targetgroupbindings", Set.of("list")),
          Map.entry(
              "apiregistration.k8s.io/apiservices[v1beta1.external.metrics.k8s.io]",
              Set.of("get", "create", "patch")),
          Map.entry("authentication.k8s.io/tokenreviews", Set.of("create")),
          Map.entry("authorization.k8s.io/subjectaccessreviews", Set.of("create")),
          Map.entry(
              "apiextensions.k8s.io/customresourcedefinitions"
                  + "[appenvironments.appenv.io, scaleoverrides.appenv.io]",
              Set.of("get")));

  private static final Map<String, Set<String>> OWN_NAMESPACE =
      Map.of(
          "coordination.k8s.io/leases",
          Set.of("get", "create", "patch", "update"),
          "/pods",
          Set.of("patch"));

  private final ClusterRole clusterRole =
      Manifests.read("base/cluster-role.yaml", ClusterRole.class);
  private final Role role = Manifests.read("base/role.yaml", Role.class);

  @Test
  void clusterWideRightsAreTheTable() {
    assertThat(table(clusterRole.getRules())).isEqualTo(CLUSTER_WIDE);
  }

  @Test
  void rightsInItsOwnNamespaceAreLeasesAndTheLabelOfItsPod() {
    assertThat(table(role.getRules())).isEqualTo(OWN_NAMESPACE);
  }

  @Test
  void nothingIsGrantedByWildcardOrUrl() {
    assertThat(clusterRole.getRules())
        .allSatisfy(
            rule -> {
              assertThat(rule.getApiGroups()).doesNotContain("*");
              assertThat(rule.getResources()).isNotEmpty().doesNotContain("*");
              assertThat(rule.getVerbs()).doesNotContain("*", "escalate", "bind", "impersonate");
              assertThat(rule.getNonResourceURLs()).isEmpty();
            });
  }

  @Test
  void whoeverMayOverrideMayNotChangeEnvironments() {
    var scaling = Manifests.read("base/cluster-role-scaling.yaml", ClusterRole.class);

    assertThat(table(scaling.getRules()))
        .isEqualTo(
            Map.of(
                "appenv.io/scaleoverrides",
                OWNED,
                "appenv.io/appenvironments",
                Set.of("get", "list", "watch")));
    assertThat(scaling.getMetadata().getLabels())
        .containsEntry("rbac.authorization.k8s.io/aggregate-to-edit", "true");
  }

  @Test
  void theBindingNamesTheOperatorAlone() {
    var binding = Manifests.read("base/cluster-role-binding.yaml", ClusterRoleBinding.class);

    assertThat(binding.getRoleRef().getName()).isEqualTo("appenv-operator");
    assertThat(binding.getSubjects())
        .singleElement()
        .satisfies(
            subject -> {
              assertThat(subject.getKind()).isEqualTo("ServiceAccount");
              assertThat(subject.getName()).isEqualTo("appenv-operator");
              assertThat(subject.getNamespace()).isEqualTo("appenv-system");
            });
  }

  private static Map<String, Set<String>> table(List<PolicyRule> rules) {
    var table = new TreeMap<String, Set<String>>();
    for (var rule : rules) {
      var names = rule.getResourceNames().isEmpty() ? "" : rule.getResourceNames().toString();
      for (var group : rule.getApiGroups()) {
        for (var resource : rule.getResources()) {
          table
              .computeIfAbsent(group + "/" + resource + names, key -> new TreeSet<>())
              .addAll(rule.getVerbs());
        }
      }
    }
    return table;
  }
}
