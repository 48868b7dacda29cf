package io.appenv.operator.status;

import io.appenv.operator.api.v1alpha1.AppEnvironmentStatus;
import io.appenv.operator.api.v1alpha1.ApprovalStatus;
import io.appenv.operator.model.Approval;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The approvals in a status, read back as the memory of earlier passes. */
public final class ApprovalRecord {

  private ApprovalRecord() {}

  public static List<Approval> read(@Nullable AppEnvironmentStatus status) {
    return status == null
        ? List.of()
        : status.approvals().stream()
            .map(
                row ->
                    new Approval(
                        row.plan(),
                        Set.copyOf(row.actions()),
                        Optional.ofNullable(row.emergency())))
            .toList();
  }

  /** In an order that does not change by itself. */
  public static List<ApprovalStatus> write(List<Approval> approvals) {
    return approvals.stream()
        .map(
            it ->
                new ApprovalStatus(
                    it.plan(),
                    it.actions().stream().sorted().toList(),
                    it.emergency().orElse(null)))
        .toList();
  }
}
