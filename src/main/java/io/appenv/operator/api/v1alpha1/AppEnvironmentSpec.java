package io.appenv.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One environment as its owner declares it: tiers, data stores and where they live. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({
  "stage",
  "aws",
  "network",
  "tiers",
  "database",
  "cache",
  "files",
  "configuration",
  "operations"
})
@ValidationRule(
    value =
        "self.stage == 'Development' || (has(self.aws) && has(self.network) && "
            + "has(self.network.vpc))",
    message =
        "stages Production and Staging run on AWS: write aws: {region: "
            + "ap-northeast-1} and network: {vpc: {id: vpc-...}}")
@ValidationRule(
    value =
        "self.stage != 'Development' || (!has(self.aws) && (!has(self.network) || "
            + "(!has(self.network.vpc) && !has(self.network.subnets) && "
            + "!has(self.network.securityGroups) && !has(self.network.peers))))",
    message =
        "stage Development uses no AWS; remove spec.aws and everything of spec.network but "
            + "ingress")
@ValidationRule(
    value = IngressRules.TIER,
    message = IngressRules.TIER_MESSAGE,
    fieldPath = ".network.ingress")
@ValidationRule(
    value = IngressRules.DEVELOPMENT,
    message = IngressRules.DEVELOPMENT_MESSAGE,
    fieldPath = ".network.ingress")
@ValidationRule(
    value = IngressRules.BACKEND,
    message = IngressRules.BACKEND_MESSAGE,
    fieldPath = ".network.ingress")
@ValidationRule(
    value =
        "self.stage != 'Development' || !self.tiers.exists(t, t.name in ['postgresql', "
            + "'valkey'])",
    message =
        "in stage Development the data stores are named postgresql and valkey; write another "
            + "tier name, for example backend",
    fieldPath = ".tiers")
@ValidationRule(
    value = "has(self.database) || !has(oldSelf.database)",
    message =
        "spec.database cannot be removed from a live environment in v1alpha1, as its "
            + "data would be left behind; put it back, or delete the environment, which "
            + "follows deletionPolicy; docs/playbooks.md#specdatabase")
@ValidationRule(
    value = "has(self.cache) || !has(oldSelf.cache)",
    message =
        "spec.cache cannot be removed from a live environment in v1alpha1, as its "
            + "data would be left behind; put it back, or delete the environment, which "
            + "follows deletionPolicy; docs/playbooks.md#speccache")
@ValidationRule(
    value =
        "has(self.database) || !self.tiers.exists(t, has(t.uses) && t.uses.exists(u, "
            + "u == 'database'))",
    message =
        "a tier uses database, but the environment has none: add spec.database, or "
            + "remove database from the tier's uses",
    fieldPath = ".tiers")
@ValidationRule(
    value =
        "has(self.cache) || !self.tiers.exists(t, has(t.uses) && t.uses.exists(u, u "
            + "== 'cache'))",
    message =
        "a tier uses cache, but the environment has none: add spec.cache, or remove "
            + "cache from the tier's uses",
    fieldPath = ".tiers")
@ValidationRule(
    value = "self.stage != 'Production' || !has(self.cache) || self.cache.nodes >= 2",
    message =
        "stage Production needs at least 2 cache nodes, so that a replica can take "
            + "over; write nodes: 2",
    fieldPath = ".cache.nodes")
@ValidationRule(
    value =
        "self.stage != 'Development' || !has(self.database) || "
            + "!has(self.database.deletionPolicy) || self.database.deletionPolicy != "
            + "'Snapshot'",
    message =
        "stage Development has no database snapshots; write deletionPolicy: Retain or "
            + "deletionPolicy: Delete",
    fieldPath = ".database.deletionPolicy")
@ValidationRule(
    value =
        "self.stage != 'Development' || !has(self.database) || (!has(self.database.adopt) && "
            + "(!has(self.database.release) || !self.database.release))",
    message =
        "stage Development has nothing in AWS to adopt or to release; remove adopt and release "
            + "from database",
    fieldPath = ".database")
@ValidationRule(
    value =
        "self.stage != 'Development' || !has(self.cache) || (!has(self.cache.adopt) && "
            + "(!has(self.cache.release) || !self.cache.release))",
    message =
        "stage Development has no cache in AWS to adopt or to release; remove adopt and release "
            + "from cache",
    fieldPath = ".cache")
@ValidationRule(
    value =
        "self.stage != 'Development' || !has(self.cache) || "
            + "!has(self.cache.deletionPolicy) || self.cache.deletionPolicy != 'Snapshot'",
    message =
        "stage Development has no cache snapshots; write deletionPolicy: Retain or "
            + "deletionPolicy: Delete",
    fieldPath = ".cache.deletionPolicy")
@ValidationRule(
    value =
        "self.stage != 'Development' || self.tiers.all(t, !has(t.scaling.requests) || "
            + "t.scaling.requests.source in ['Prometheus', 'External'])",
    message =
        "stage Development uses no AWS, so no load balancer and no CloudWatch tell of requests; "
            + "write source Prometheus or External, or remove requests",
    fieldPath = ".tiers")
@ValidationRule(
    value =
        "!has(self.network) || !has(self.network.peers) || self.network.peers.all(p, p.to in "
            + "['database', 'cache'] || self.tiers.exists(t, t.name == p.to))",
    message = "peers.to must be database, cache or the name of a tier of this environment",
    fieldPath = ".network.peers")
@ValidationRule(
    value =
        "!has(self.network) || !has(self.network.peers) || has(self.network.securityGroups) || "
            + "!self.network.peers.exists(p, p.to in ['database', 'cache'])",
    message =
        "the database and the cache have the groups of the VPC unless "
            + "spec.network.securityGroups is declared; remove the peer, and let it in there",
    fieldPath = ".network.peers")
@ValidationRule(
    value =
        "!has(self.network) || !has(self.network.peers) || self.network.peers.all(p, (p.to != "
            + "'database' || has(self.database)) && (p.to != 'cache' || has(self.cache)))",
    message = "a peer names a data store that is not declared; remove the peer",
    fieldPath = ".network.peers")
@ValidationRule(
    value = FileRules.DEVELOPMENT,
    message = FileRules.DEVELOPMENT_MESSAGE,
    fieldPath = ".files")
@ValidationRule(value = FileRules.KEPT, message = FileRules.KEPT_MESSAGE)
@ValidationRule(value = FileRules.USED, message = FileRules.USED_MESSAGE, fieldPath = ".tiers")
@ValidationRule(
    value =
        "self.stage != 'Development' || !has(self.configuration) || "
            + "!has(self.configuration.publish) || !self.configuration.publish",
    message =
        "stage Development uses no AWS, so there is nowhere to publish; remove "
            + "configuration.publish",
    fieldPath = ".configuration")
@ValidationRule(
    value = BackendRules.DATABASE,
    message = BackendRules.DATABASE_MESSAGE,
    fieldPath = ".database")
@ValidationRule(
    value = BackendRules.CACHE,
    message = BackendRules.CACHE_MESSAGE,
    fieldPath = ".cache")
public record AppEnvironmentSpec(
    @Required
        @ValidationRule(
            value = "self == oldSelf",
            message =
                "the stage of an environment cannot be changed; create another environment "
                    + "with the other stage; docs/playbooks.md#specstage")
        @JsonPropertyDescription(
            "What the environment is for; it picks the defaults that the other fields name. "
                + "Production and Staging run on AWS; Development runs its data stores in the "
                + "cluster and takes of aws and network only network.ingress. Required. Change: "
                + "immutable.")
        Stage stage,
    @JsonPropertyDescription(
            "Where in AWS the database and the cache live. Required in Production and "
                + "Staging, not allowed in Development. Change: immutable.")
        @Nullable AwsSpec aws,
    @JsonPropertyDescription(
            "The existing VPC and subnets that the database and the cache join, and how the "
                + "environment is reached. Required in Production and Staging. Change: replacement, "
                + "refused.")
        @Nullable NetworkSpec network,
    @Required
        @Size(min = 1, max = 10)
        @ValidationRule(
            value = "self.all(t, self.exists_one(other, other.name == t.name))",
            message = "two tiers have the same name; give each tier a name of its own")
        @ValidationRule(
            value =
                "self.all(t, !has(t.accepts) || t.accepts.all(a, a.from == 'LoadBalancer' || "
                    + "(a.from != t.name && self.exists(other, other.name == a.from))))",
            message =
                "accepts.from must be LoadBalancer or the name of another tier of this "
                    + "environment")
        @JsonPropertyDescription(
            "The parts of the application that run as pods, keyed by name; 1 to 10, for "
                + "example frontend and backend. Adding or removing a tier leaves the others "
                + "alone. Required. Change: in place.")
        List<TierSpec> tiers,
    @JsonPropertyDescription(
            "The PostgreSQL database: Amazon RDS in Production and Staging, a StatefulSet "
                + "in Development. May be added to a live environment, not removed from it. "
                + "Default: none. Change: in place.")
        @Nullable DatabaseSpec database,
    @JsonPropertyDescription(
            "The Redis cache: Amazon ElastiCache in Production and Staging, a StatefulSet "
                + "running Valkey in Development. May be added to a live environment, not removed "
                + "from it. Default: none. Change: in place.")
        @Nullable CacheSpec cache,
    @JsonPropertyDescription(
            "A bucket in Amazon S3 for the files of the application, with every version kept. Not "
                + "allowed in Development. May be added to a live environment, not removed from it. "
                + "Default: none. Change: in place.")
        @Nullable FilesSpec files,
    @JsonPropertyDescription(
            "What the environment as a whole has to do with Parameter Store and Secrets Manager. "
                + "Default: nothing is published. Change: in place.")
        @Nullable ConfigurationSpec configuration,
    @JsonPropertyDescription(
            "Switches for the person who operates the environment. Default: none set. "
                + "Change: in place.")
        @Nullable OperationsSpec operations) {

  public AppEnvironmentSpec {
    tiers = tiers == null ? List.of() : List.copyOf(tiers);
  }

  /** Whether its outputs are published. */
  @JsonIgnore
  public boolean publishes() {
    return configuration != null && Boolean.TRUE.equals(configuration.publish());
  }

  /** The same with other sizes of the data stores. */
  public AppEnvironmentSpec with(
      @Nullable DatabaseSpec otherDatabase, @Nullable CacheSpec otherCache) {
    return new AppEnvironmentSpec(
        stage, aws, network, tiers, otherDatabase, otherCache, files, configuration, operations);
  }
}
