package io.appenv.operator.database;

import io.appenv.operator.model.Custody;
import io.appenv.operator.model.DataBackend;
import io.appenv.operator.model.DeletionPolicy;
import io.appenv.operator.model.Desired;
import io.appenv.operator.model.DesiredDatabase;
import io.appenv.operator.model.DesiredTier;
import io.appenv.operator.model.EnvironmentId;
import io.appenv.operator.model.LoadBalancerPlace;
import io.appenv.operator.model.Ownership;
import io.appenv.operator.model.ReplacementTerms;
import io.appenv.operator.model.Stage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The database of production, to be varied field by field. */
final class DatabaseExample {

  static final EnvironmentId ENVIRONMENT =
      new EnvironmentId("cluster-1", "shop", "production", "uid-1");
  static final String IDENTIFIER = "appenv-shop-production";
  static final String PARAMETER_GROUP = IDENTIFIER + "-postgres17";
  static final String FINAL_SNAPSHOT = IDENTIFIER + "-final";
  static final String UPGRADE_SNAPSHOT = IDENTIFIER + "-before-17-uid1";

  String version = "17";
  String instanceClass = "db.t3.medium";
  int storageGib = 100;
  Optional<Integer> maxStorageGib = Optional.empty();
  String storageType = "gp3";
  Optional<Integer> iops = Optional.empty();
  boolean multiAz = true;
  int backupRetentionDays = 7;
  String backupWindow = "17:00-18:00";
  String maintenanceWindow = "sun:18:30-sun:19:30";
  boolean deletionProtection = true;
  Map<String, String> parameters = Map.of("rds.force_ssl", "1");
  boolean keepsOtherParameters = true;
  Optional<String> caCertificate = Optional.empty();
  Optional<Integer> performanceInsightsDays = Optional.empty();
  Set<String> subnetIds = Set.of("subnet-a", "subnet-b");
  DeletionPolicy deletionPolicy = DeletionPolicy.SNAPSHOT;
  Optional<String> credentials = Optional.of("secret-1");
  boolean confirmed;
  DataBackend backend = DataBackend.AWS;
  String identifier = IDENTIFIER;
  Custody custody = Custody.own();
  Optional<String> kmsKeyId = Optional.empty();
  boolean replaces;
  List<DesiredTier> tiers = List.of();

  static Desired production() {
    return production(_ -> {});
  }

  static Desired production(Consumer<DatabaseExample> change) {
    var example = new DatabaseExample();
    change.accept(example);
    return example.desired();
  }

  static DesiredDatabase database(Desired desired) {
    return desired.database().orElseThrow();
  }

  Desired desired() {
    return new Desired(
        ENVIRONMENT,
        Stage.PRODUCTION,
        backend,
        Optional.of("ap-northeast-1"),
        Optional.of("vpc-1"),
        new LoadBalancerPlace.Subnets(List.of()),
        tiers,
        Optional.of(database()),
        Optional.empty(),
        Optional.empty(),
        false,
        confirmed);
  }

  private DesiredDatabase database() {
    return new DesiredDatabase(
        identifier,
        IDENTIFIER,
        DesiredDatabase.parameterGroup(IDENTIFIER, version),
        DesiredDatabase.family(version),
        parameters,
        keepsOtherParameters,
        caCertificate,
        performanceInsightsDays,
        version,
        instanceClass,
        storageGib,
        maxStorageGib,
        storageType,
        iops,
        multiAz,
        kmsKeyId,
        backupRetentionDays,
        backupWindow,
        maintenanceWindow,
        deletionProtection,
        "app",
        "app",
        subnetIds,
        deletionPolicy,
        FINAL_SNAPSHOT,
        IDENTIFIER + "-before-" + version.split("[.]", -1)[0] + "-uid1",
        new ReplacementTerms(replaces, identifier + "-former", IDENTIFIER + "-replaced-uid1", 7),
        tags(),
        custody);
  }

  private Map<String, String> tags() {
    var tags = new HashMap<>(Ownership.tags(ENVIRONMENT));
    credentials.ifPresent(uid -> tags.put(Ownership.CREDENTIALS, uid));
    return tags;
  }
}
