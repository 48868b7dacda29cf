package io.appenv.operator.resolver;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.api.v1alpha1.AppEnvironment;
import io.appenv.operator.api.v1alpha1.EffectiveStatus;
import io.appenv.operator.api.v1alpha1.HealthSpec;
import io.appenv.operator.model.Component;
import io.appenv.operator.model.Custody;
import io.appenv.operator.model.DataBackend;
import io.appenv.operator.model.DeletionPolicy;
import io.appenv.operator.model.Failure;
import io.appenv.operator.model.LoadBalancerPlace;
import io.appenv.operator.model.NetworkFacts;
import io.appenv.operator.model.Ownership;
import io.appenv.operator.model.Reason;
import io.appenv.operator.model.Sighting;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResolverTest {

  @Test
  void productionGetsTheDefaultsOfItsStage() {
    var desired = Specs.resolve(Specs.PRODUCTION).desired().orElseThrow();

    var database = desired.database().orElseThrow();
    assertThat(database.storageGib()).isEqualTo(100);
    assertThat(database.multiAz()).isTrue();
    assertThat(database.backupRetentionDays()).isEqualTo(7);
    assertThat(database.backupWindow()).isEqualTo("17:00-18:00");
    assertThat(database.maintenanceWindow()).isEqualTo("sun:18:30-sun:19:30");
    assertThat(database.deletionProtection()).isTrue();
    assertThat(database.storageType()).isEqualTo("gp3");
    assertThat(database.databaseName()).isEqualTo("app");
    assertThat(database.parameterFamily()).isEqualTo("postgres17");
    assertThat(database.parameters()).containsEntry("rds.force_ssl", "1");
    assertThat(database.deletionPolicy()).isEqualTo(DeletionPolicy.SNAPSHOT);
    assertThat(database.subnetIds()).containsExactlyInAnyOrder("subnet-a", "subnet-c");
    var cache = desired.cache().orElseThrow();
    assertThat(cache.nodes()).isEqualTo(2);
    assertThat(cache.snapshotRetentionDays()).isEqualTo(1);
    assertThat(cache.snapshotWindow()).isEqualTo("16:00-17:00");
    assertThat(desired.vpcId()).contains("vpc-1");
  }

  @Test
  void stagingIsNotMultiAzUnlessItSaysSo() {
    var staging = Specs.PRODUCTION.replace("stage: Production", "stage: Staging");
    var asked = staging.replace("storage: 100Gi", "storage: 100Gi, multiAZ: true");

    assertThat(multiAz(staging)).isFalse();
    assertThat(multiAz(asked)).isTrue();
  }

  private static boolean multiAz(String yaml) {
    return Specs.resolve(yaml).desired().orElseThrow().database().orElseThrow().multiAz();
  }

  @Test
  void developmentRunsInTheClusterAndLooksAtNoNetwork() {
    var resolution =
        new Resolver()
            .resolve(
                Specs.environment(Specs.DEVELOPMENT),
                "cluster-1",
                Sighting.unseen(),
                CredentialIds.none());

    var desired = resolution.desired().orElseThrow();
    assertThat(desired.backend()).isEqualTo(DataBackend.IN_CLUSTER);
    assertThat(desired.database().orElseThrow().identifier()).isEqualTo("production-postgresql");
    assertThat(desired.cache().orElseThrow().identifier()).isEqualTo("production-valkey");
    assertThat(desired.cache().orElseThrow().nodes()).isEqualTo(1);
    assertThat(desired.database().orElseThrow().deletionPolicy()).isEqualTo(DeletionPolicy.RETAIN);
  }

  @Test
  void anAdoptedDatabaseKeepsItsIdentifier() {
    var adopting =
        Specs.PRODUCTION.replace("storage: 100Gi", "storage: 100Gi, adopt: {identifier: shop-db}");

    var database = Specs.resolve(adopting).desired().orElseThrow().database().orElseThrow();

    assertThat(database.identifier()).isEqualTo("shop-db");
    assertThat(database.custody()).isEqualTo(new Custody(true, false));
    assertThat(database.finalSnapshot()).startsWith("appenv-");
  }

  @ParameterizedTest
  @ValueSource(strings = {"adopt: {identifier: shop-db}", "release: true"})
  void developmentHasNothingToAdoptOrRelease(String field) {
    var development = Specs.DEVELOPMENT.replace("100Gi", "100Gi, " + field);

    assertThat(Specs.resolve(development).failures())
        .singleElement()
        .extracting(Failure::message)
        .asString()
        .contains("remove spec.database.adopt and spec.database.release");
  }

  @Test
  void credentialsAreToldByTheirTag() {
    var resolution =
        new Resolver()
            .resolve(
                Specs.environment(Specs.PRODUCTION),
                "cluster-1",
                Sighting.present(Specs.NETWORK),
                new CredentialIds(Optional.of("secret-uid"), Optional.empty()));

    var desired = resolution.desired().orElseThrow();
    assertThat(desired.database().orElseThrow().tags())
        .containsEntry(Ownership.CREDENTIALS, "secret-uid");
    assertThat(desired.cache().orElseThrow().tags()).doesNotContainKey(Ownership.CREDENTIALS);
  }

  @Test
  void everyDefaultIsVisible() {
    var effective = Specs.resolve(Specs.PRODUCTION).effective().orElseThrow();

    assertThat(effective.region()).isEqualTo("ap-northeast-1");
    assertThat(effective.subnetIds()).containsExactly("subnet-a", "subnet-c");
    assertThat(effective.database())
        .hasNoNullFieldsOrPropertiesExcept(
            "kmsKeyId",
            "maxStorage",
            "iops",
            "parameters",
            "caCertificate",
            "performanceInsights",
            "replacement",
            "adopt");
    assertThat(effective.cache())
        .hasNoNullFieldsOrPropertiesExcept("kmsKeyId", "parameters", "adopt");
    assertThat(effective.tiers().getFirst().health()).isEqualTo(new HealthSpec(null, 80, "5m"));
    assertThat(effective.tiers().getFirst().availableWithin()).isEqualTo("10m");
  }

  @Test
  void aFieldThatDoesNothingYetIsListed() {
    assertThat(Specs.resolve(Specs.PRODUCTION).notEffective())
        .containsExactly(
            "spec.tiers[frontend].scaling.requestsPerMinute: the operator serves no metrics; set"
                + " appenv.external-metrics.enabled to true");
  }

  /** Each row breaks one thing; the message names the field and what to write. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "storage: 100Gi | storage: 100GB | spec.database.storage | 100Gi",
        "storage: 100Gi | storage: 100Gi, adopt: {identifier: -db} | adopt.identifier | shop-db",
        "storage: 100Gi | storage: 10Gi | spec.database.storage | 20Gi",
        "version: \"17\" | version: \"9.6\" | spec.database.version | 13 to 18",
        "instanceClass: db.t3.medium | instanceClass: large | spec.database.instanceClass | db.t3",
        "instanceClass: db.t3.medium, | `` | spec.database.instanceClass is missing | db.t3",
        "storage: 100Gi | storage: 100Gi, backup: {pointInTime: 7w} | backup.pointInTime | 35d",
        "storage: 100Gi | storage: 100Gi, backup: {window: noon} | backup.window | hh:mm-hh:mm",
        "storage: 100Gi | storage: 100Gi, backup: {window: \"18:00-19:00\"} | overlaps | move",
        "storage: 100Gi | storage: 100Gi, maintenanceWindow: sunday | maintenanceWindow | ddd:hh:mm",
        "storage: 100Gi | storage: 100Gi, iops: 3000 | spec.database.iops is 3000 | 400Gi",
        "storage: 100Gi | storage: 100Gi, storageType: io1 | spec.database.iops is missing | 1000",
        "storage: 100Gi | storage: 100Gi, storageType: gp2, iops: 3000 | iops is 3000 | remove",
        "storage: 100Gi | storage: 100Gi, storageType: io2, iops: 200000 | 200000 | half to 1000",
        "storage: 100Gi | storage: 100Gi, parameters: {rds.force_ssl: 0} | force_ssl | remove it",
        "storage: 100Gi | storage: 100Gi, parameters: {Work: 1} | parameters names 'Work' | work_mem",
        "storage: 100Gi | storage: 100Gi, caCertificate: mine | caCertificate is 'mine' | rsa2048",
        "storage: 100Gi | storage: 100Gi, performanceInsights: {retention: 30d} | '30d' | 62d",
        "storage: 100Gi | storage: 100Gi, name: postgres | spec.database.name | app",
        "nodes: 2 | nodes: 1 | spec.cache.nodes is 1 | from 2 to 6",
        "version: \"7.1\" | version: \"5.0\" | spec.cache.version | 7.1",
        "nodes: 2 | nodes: 2, parameters: {Timeout: 1} | parameters names 'Timeout' | maxmemory",
        "nodeType: cache.t3.medium | nodeType: big | spec.cache.nodeType | cache.t3.medium",
        "min: 2, max: 6 | min: 7, max: 6 | spec.tiers[frontend].scaling.max | at least 7",
        "min: 2, max: 8, cpuPercent: 70, memoryPercent: 80 | min: 2, max: 8 | spec.tiers[backend].scaling | cpuPercent",
        "cpu: \"2\" | cpu: two | spec.tiers[backend].resources.cpu | 500m",
        "memory: 4Gi | memory: 4GB | spec.tiers[backend].resources.memory | 2Gi",
        "from: frontend | from: nobody | spec.tiers[backend].accepts.from | LoadBalancer",
        "from: frontend | from: backend | spec.tiers[backend].accepts.from | another tier",
        "ports: [8000] | ports: [8000, 8000] | accepts.ports has 8000 twice | once",
        "ports: [8000] | ports: [0] | accepts.ports is 0 | from 1 to 65535",
        "name: backend | name: frontend | spec.tiers has frontend twice | rename",
        "name: backend | name: database | spec.tiers[database].name is reserved | another",
        "region: ap-northeast-1 | region: tokyo | spec.aws.region | ap-northeast-1",
        "vpc: {id: vpc-1} | vpc: {} | spec.network.vpc | one of them",
        "stage: Production | stage: Development | uses no AWS | remove",
        "image: shop/backend:1 | terminationGracePeriod: 2h | spec.tiers[backend].termination | 60m",
      })
  void aMistakeNamesTheFieldAndTheRemedy(String part, String broken, String field, String remedy) {
    assertThat(Specs.PRODUCTION).contains(part);

    var resolution = Specs.resolve(Specs.PRODUCTION.replace(part, broken));

    assertThat(resolution.desired()).isEmpty();
    assertThat(resolution.effective()).isEmpty();
    assertThat(resolution.failures())
        .isNotEmpty()
        .allMatch(failure -> failure instanceof Failure.Terminal)
        .allMatch(failure -> failure.component() == Component.SPEC)
        .allMatch(failure -> failure.reason() == Reason.INVALID_SPEC)
        .anyMatch(
            failure -> failure.message().contains(field) && failure.message().contains(remedy));
  }

  @Test
  void whatIsUsedMustBeDeclared() {
    var yaml = Specs.PRODUCTION.replaceAll("(?m)^cache: .*$", "");

    assertThat(Specs.resolve(yaml).failures())
        .extracting(Failure::message)
        .containsExactly(
            "spec.tiers[backend].uses names cache, which is not declared; add spec.cache, or take"
                + " it out of uses");
  }

  @Test
  void everyMistakeIsReportedAtOnce() {
    var yaml =
        Specs.PRODUCTION
            .replace("storage: 100Gi", "storage: 100GB")
            .replace("nodes: 2", "nodes: 9")
            .replace("memory: 4Gi", "memory: 4GB");

    assertThat(Specs.resolve(yaml).failures()).hasSize(3);
  }

  @Test
  void inTheClusterThereAreNoSnapshotsAndNamesOfServersAreTaken() {
    var snapshot = Specs.DEVELOPMENT.replace("100Gi", "100Gi, deletionPolicy: Snapshot");
    var taken = Specs.DEVELOPMENT.replace("name: backend", "name: postgresql");

    assertThat(Specs.resolve(snapshot).failures().getFirst().message())
        .contains("spec.database.deletionPolicy", "Retain or Delete");
    assertThat(Specs.resolve(taken).failures().getFirst().message()).contains("reserved");
  }

  @Test
  void anEmptyStoredSpecIsReportedAndNotAnException() {
    var environment = Specs.environment(Specs.PRODUCTION);
    environment.setSpec(null);

    var resolution =
        new Resolver().resolve(environment, "cluster-1", Sighting.unseen(), CredentialIds.none());

    assertThat(resolution.failures()).isNotEmpty();
  }

  @Test
  void anUnreadableSpecIsToldAndNothingElse() {
    var environment =
        Serialization.unmarshal(
            "metadata: {name: production}\nspec: {tiers: [{image: [1]}]}", AppEnvironment.class);

    var resolution = resolve(environment, Sighting.present(Specs.NETWORK));

    assertThat(resolution.desired()).isEmpty();
    assertThat(resolution.failures())
        .singleElement()
        .isInstanceOf(Failure.Terminal.class)
        .extracting(Failure::message)
        .asString()
        .startsWith("spec.tiers[0].image is stored in a form that this version cannot read")
        .contains("kubectl explain appenv.spec.tiers.image ");
  }

  @Test
  void deletionNeedsNeitherNetworkNorAValidSpec() {
    var yaml =
        Specs.PRODUCTION
            .replace("storage: 100Gi", "storage: 100GB, deletionPolicy: Delete")
            .concat("operations: {confirmDeletion: production}\n");
    var environment = Specs.environment(yaml);

    var desired = new Resolver().resolveForDeletion(environment, "cluster-1");
    var living = Specs.resolve(Specs.PRODUCTION).desired().orElseThrow();

    assertThat(desired.deletionConfirmed()).isTrue();
    assertThat(desired.database().orElseThrow().deletionPolicy()).isEqualTo(DeletionPolicy.DELETE);
    assertThat(desired.database().orElseThrow().subnetIds()).isEmpty();
    assertThat(desired.database().orElseThrow().identifier())
        .isEqualTo(living.database().orElseThrow().identifier());
  }

  /** AWS cannot be read after a start, or somebody took a tag away: the workloads go on. */
  @Test
  void aNetworkThatWasFoundBeforeIsRemembered() {
    var found = Specs.resolve(Specs.PRODUCTION);
    var environment = Specs.environment(Specs.PRODUCTION);
    environment.setStatus(Specs.describedAs(found.effective().orElseThrow()));

    var unseen = resolve(environment, Sighting.unseen());
    var lost = resolve(environment, Sighting.present(NetworkFacts.none()));

    assertThat(unseen.desired()).isEqualTo(found.desired());
    assertThat(unseen.effective()).isEqualTo(found.effective());
    assertThat(unseen.isPlaced()).isFalse();
    assertThat(lost.desired()).isEqualTo(found.desired());
    assertThat(lost.failures()).extracting(Failure::reason).containsExactly(Reason.VPC_NOT_FOUND);
    assertThat(found.isPlaced()).isTrue();
  }

  @Test
  void loadBalancersStandInThePublicSubnetsOfTheNetwork() {
    assertThat(Specs.resolve(Specs.PRODUCTION).desired().orElseThrow().loadBalancer())
        .isEqualTo(new LoadBalancerPlace.Subnets(List.of("10.20.8.0/24")));
    assertThat(Specs.resolve(Specs.DEVELOPMENT).desired().orElseThrow().loadBalancer())
        .isEqualTo(new LoadBalancerPlace.InCluster());
  }

  /** So that nobody is shut out who was let in. */
  @Test
  void aStatusOfAnEarlierVersionDoesNotTellWhereLoadBalancersAre() {
    var former = Specs.resolve(Specs.PRODUCTION).effective().orElseThrow();
    var environment = Specs.environment(Specs.PRODUCTION);
    environment.setStatus(
        Specs.describedAs(
            new EffectiveStatus(
                former.stage(),
                former.region(),
                former.backend(),
                former.vpcId(),
                former.subnetIds(),
                List.of(),
                null,
                former.database(),
                former.cache(),
                former.files(),
                former.configuration(),
                former.tiers(),
                List.of())));

    assertThat(resolve(environment, Sighting.unseen()).desired().orElseThrow().loadBalancer())
        .isEqualTo(new LoadBalancerPlace.Unknown());
  }

  @Test
  void aNetworkOfAnotherRegionIsNotRemembered() {
    var found = Specs.resolve(Specs.PRODUCTION);
    var moved = Specs.environment(Specs.PRODUCTION.replace("northeast-1", "northeast-3"));
    moved.setStatus(Specs.describedAs(found.effective().orElseThrow()));

    assertThat(resolve(moved, Sighting.unseen()).desired()).isEmpty();
  }

  private static Resolution resolve(AppEnvironment environment, Sighting<NetworkFacts> network) {
    return new Resolver().resolve(environment, "cluster-1", network, CredentialIds.none());
  }

  @Test
  void anotherNameConfirmsNothing() {
    var yaml = Specs.PRODUCTION.concat("operations: {confirmDeletion: staging}\n");

    assertThat(Specs.resolve(yaml).desired().orElseThrow().deletionConfirmed()).isFalse();
  }
}
