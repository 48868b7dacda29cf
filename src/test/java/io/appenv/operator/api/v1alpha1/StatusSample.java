package io.appenv.operator.api.v1alpha1;

import io.fabric8.kubernetes.api.model.ConditionBuilder;
import java.util.List;
import java.util.Map;

/** A status in which every field is set. */
final class StatusSample {

  private StatusSample() {}

  static AppEnvironmentStatus of(AppEnvironmentSpec spec) {
    var ready =
        new ConditionBuilder()
            .withType("Ready")
            .withStatus("False")
            .withReason("DatabaseNotReady")
            .withMessage("The database is being created.")
            .withObservedGeneration(1L)
            .withLastTransitionTime("2026-01-01T00:00:00Z")
            .build();
    return new AppEnvironmentStatus(
        1L,
        List.of(ready),
        new EffectiveStatus(
            spec.stage(),
            "ap-northeast-1",
            AwsBackend.SDK,
            "vpc-0abc",
            List.of("subnet-0a", "subnet-0c"),
            List.of("10.20.0.0/24", "10.20.1.0/24"),
            new IngressSpec(
                "shop.example.com",
                "frontend",
                IngressScheme.Internal,
                new CertificateSpec(null, "Z0A1B2C3"),
                List.of("203.0.113.0/24"),
                "none",
                new AccessLogsSpec("shop-logs", "production"),
                true,
                60,
                "/healthz"),
            spec.database(),
            spec.cache(),
            spec.files(),
            new ConfigurationSpec(true),
            spec.tiers(),
            List.of("backend: 6 to 16 pods instead of 2 to 8, by ScaleOverride sale")),
        List.of(
            new ResourceStatus(
                "rds",
                "db-instance",
                "appenv-shop-production-0a1b2c3d",
                "arn:aws:rds:ap-northeast-1:111122223333:db:appenv-shop-production-0a1b2c3d",
                "creating",
                "2026-01-01T00:00:00Z",
                true,
                "Snapshot")),
        List.of(
            new SecurityGroupStatus(
                "backend",
                "appenv-shop-production-0a1b2c3d-backend",
                "sg-0a1b2c3d4e5f67890",
                List.of("backend accepts tcp 8000 from frontend"))),
        new EndpointsStatus(
            "https://shop.example.com",
            "shop-1.elb.example.com",
            "db:5432",
            "cache:6379",
            "cache-ro:6379",
            "appenv-shop-production-0a1b2c3d-files",
            Map.of("backend", "b.svc")),
        new CertificateStatus(
            "arn:aws:acm:ap-northeast-1:111122223333:certificate/0a1b",
            "ISSUED",
            "2026-06-01T00:00:00Z",
            "PENDING_AUTO_RENEWAL",
            new DnsRecordStatus("_0a1b.shop.example.com", "CNAME", "_2c3d.example.com")),
        new PlanStatus(
            List.of(
                new PlannedActionStatus(
                    "ModifyDatabase", "database", "storage 100 to 200", "IN_PLACE", "none", "now")),
            "p0a1b2c3d4e5",
            "2026-01-04T18:00:00Z"),
        List.of(
            new TierStatus(
                "backend",
                2,
                1,
                2,
                "ImagePullBackOff",
                "The image is not there.",
                new RequestsStatus("Prometheus", "RequestsUnread", "It does not answer."))),
        "The database is being created.",
        "creating",
        "available",
        List.of("spec.tiers[frontend].scaling.requestsPerMinute"),
        new ObservedStatus("17.6", "100Gi", "7.1.0"),
        List.of(new ApprovalStatus("p0a1b2c3d4e5", List.of("p5f4e3d2c1b0"), "leak")),
        List.of(new AdoptionStatus("database", "shop-db", "{\"spec\":{\"database\":{}}}")),
        List.of(
            new DriftStatus(
                "database.backup.pointInTime", "7d", "14d", "2026-01-01T00:00:00Z", "reported")),
        "database.backup.pointInTime",
        Map.of("database.backup.pointInTime", "7"));
  }
}
