package io.appenv.operator.resolver;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.api.v1alpha1.AppEnvironment;
import io.appenv.operator.model.Requester;
import io.fabric8.kubernetes.api.model.ManagedFieldsEntry;
import io.fabric8.kubernetes.api.model.ManagedFieldsEntryBuilder;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RequestersTest {

  private static final Map<String, Object> SPEC = fields("f:spec", "f:stage");
  private static final Map<String, Object> ANNOTATED =
      fields("f:metadata", "f:annotations", "f:appenv.io/approve");
  private static final Map<String, Object> APPROVED_IN_SPEC =
      fields("f:spec", "f:operations", "f:approve");

  @Test
  void whoWroteTheSpecLastDeclaredIt() {
    assertThat(
            of(
                false,
                entry("argocd-controller", "2026-01-01T10:00:00Z", SPEC),
                entry("kubectl-edit", "2026-01-01T12:00:00Z", SPEC),
                entry("someone", "2026-01-01T11:00:00Z", SPEC)))
        .isEqualTo(new Requester(Optional.of("kubectl-edit"), Optional.empty()));
  }

  @Test
  void whoWroteSomethingElseDidNot() {
    var status =
        new ManagedFieldsEntryBuilder(entry("appenv-operator", "2026-01-02T00:00:00Z", SPEC))
            .withSubresource("status")
            .build();

    assertThat(
            of(
                false,
                status,
                entry("kubectl-label", "2026-01-02T00:00:00Z", fields("f:metadata", "f:labels")),
                entry("argocd-controller", "2026-01-01T10:00:00Z", SPEC)))
        .isEqualTo(new Requester(Optional.of("argocd-controller"), Optional.empty()));
    assertThat(of(false)).isEqualTo(new Requester(Optional.empty(), Optional.empty()));
  }

  @Test
  void anApprovalIsToldOnlyWhereOneWasNeeded() {
    var declared = entry("argocd-controller", "2026-01-01T10:00:00Z", SPEC);
    var annotated = entry("kubectl-annotate", "2026-01-01T09:00:00Z", ANNOTATED);

    assertThat(of(true, declared, annotated).approved()).contains("kubectl-annotate");
    assertThat(of(false, declared, annotated).approved()).isEmpty();
  }

  @Test
  void ofTwoApprovalsTheLaterOneCounts() {
    assertThat(
            of(
                    true,
                    entry("argocd-controller", "2026-01-01T10:00:00Z", APPROVED_IN_SPEC),
                    entry("kubectl-annotate", "2026-01-01T09:00:00Z", ANNOTATED))
                .approved())
        .contains("argocd-controller");
  }

  @Test
  void whatIsKeptInMemoryIsOnlyWhatTells() {
    var large =
        Map.<String, Object>of(
            "f:metadata", Map.of("f:labels", Map.of("f:team", Map.of())),
            "f:spec", Map.of("f:tiers", Map.of("k:{}", Map.of())));
    var environment =
        environment(
            entry("argocd-controller", "2026-01-01T10:00:00Z", large),
            entry("kubectl-label", "2026-01-01T10:00:00Z", fields("f:metadata", "f:labels")));

    assertThat(Requesters.onlyWhoWrote(environment).getMetadata().getManagedFields())
        .singleElement()
        .satisfies(
            it ->
                assertThat(it.getFieldsV1().getAdditionalProperties())
                    .isEqualTo(Map.of("f:spec", Map.of())));
  }

  /** The same is read from what is kept. */
  private static Requester of(boolean approved, ManagedFieldsEntry... entries) {
    var told = Requesters.of(environment(entries), approved);
    assertThat(Requesters.of(Requesters.onlyWhoWrote(environment(entries)), approved))
        .isEqualTo(told);
    return told;
  }

  private static AppEnvironment environment(ManagedFieldsEntry... entries) {
    var environment = new AppEnvironment();
    environment.setMetadata(new ObjectMetaBuilder().withManagedFields(List.of(entries)).build());
    return environment;
  }

  private static ManagedFieldsEntry entry(String manager, String time, Map<String, Object> fields) {
    return new ManagedFieldsEntryBuilder()
        .withManager(manager)
        .withTime(time)
        .withNewFieldsV1()
        .withAdditionalProperties(fields)
        .endFieldsV1()
        .build();
  }

  private static Map<String, Object> fields(String... path) {
    Map<String, Object> inner = Map.of();
    for (var i = path.length - 1; i >= 0; i--) {
      inner = Map.of(path[i], inner);
    }
    return inner;
  }
}
