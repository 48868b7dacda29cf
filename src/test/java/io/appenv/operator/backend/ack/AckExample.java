package io.appenv.operator.backend.ack;

import io.appenv.operator.model.DatabaseInstance;
import io.appenv.operator.model.Desired;
import io.appenv.operator.model.GroupAccess;
import io.appenv.operator.model.GroupOrigin;
import io.appenv.operator.model.InstanceOrigins;
import io.appenv.operator.model.InstanceSwitches;
import io.appenv.operator.model.Observed;
import io.appenv.operator.model.ReplicationGroup;
import io.appenv.operator.model.Sighting;
import io.appenv.operator.model.TransitEncryption;
import io.appenv.operator.resolver.Specs;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A database and a cache that run, with a tag of somebody else. */
final class AckExample {

  private AckExample() {}

  static Desired desired() {
    return Specs.resolve(
            Specs.PRODUCTION.replace(
                "{region: ap-northeast-1}", "{region: ap-northeast-1, backend: ACK}"))
        .desired()
        .orElseThrow();
  }

  static Observed observed(DatabaseInstance.Pending pending) {
    var none = Observed.unseen();
    return new Observed(
        none.database().with(Sighting.present(instance(pending))),
        none.cache().with(Sighting.present(group())));
  }

  static DatabaseInstance instance(DatabaseInstance.Pending pending) {
    return new DatabaseInstance(
        "db",
        "arn:db",
        "available",
        "17.6",
        "db.t3.medium",
        100,
        Optional.empty(),
        "gp3",
        3000,
        true,
        7,
        "17:00-18:00",
        "sun:18:30-sun:19:30",
        true,
        "group",
        false,
        "rds-ca-rsa2048-g1",
        Optional.empty(),
        "group",
        new InstanceSwitches(false, true, true),
        InstanceOrigins.usual(),
        Optional.empty(),
        pending,
        Map.of("team", "shop", "services.k8s.aws/namespace", "shop"));
  }

  static ReplicationGroup group() {
    return new ReplicationGroup(
        "cache",
        "arn:cache",
        "available",
        "7.1",
        "cache.t3.medium",
        2,
        true,
        true,
        Optional.of(true),
        1,
        "16:00-17:00",
        "sun:20:00-sun:21:00",
        "group",
        "default.redis7",
        new GroupOrigin(false, false, true, false),
        new GroupAccess(TransitEncryption.REQUIRED, true),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        Optional.empty(),
        List.of("cache-001", "cache-002"),
        Map.of("team", "shop"));
  }
}
