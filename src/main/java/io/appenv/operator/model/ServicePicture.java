package io.appenv.operator.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the last sweep of one service saw in one region, one outcome for each listing. */
public sealed interface ServicePicture {

  /** The part of an environment that is planned on it. */
  Component part();

  /** When the sweep sent its first request. */
  Instant startedAt();

  List<Listing<?>> listings();

  /** The same without what is too old to vouch for. */
  ServicePicture trustedSince(Instant moment);

  default boolean isUnlisted() {
    return listings().stream().allMatch(Listing::isUnlisted);
  }

  /** Every listing that could not be completed, in a fixed order. */
  default List<Failure> failures() {
    return listings().stream().map(Listing::failure).flatMap(Optional::stream).toList();
  }

  /**
   * Of EC2.
   *
   * @param routes for what is told of a network; a failure of this holds up nothing
   * @param securityGroups that bear names of ours, by id
   */
  record Networks(
      Instant startedAt,
      Listing<NetworkFacts> networks,
      Listing<List<RouteTable>> routes,
      Listing<Map<String, SecurityGroup>> securityGroups)
      implements ServicePicture {

    static Networks unlisted() {
      return new Networks(
          Instant.EPOCH, Listing.unlisted(), Listing.unlisted(), Listing.unlisted());
    }

    @Override
    public Component part() {
      return Component.NETWORK;
    }

    /** Routes decide nothing: an environment does without them. */
    @Override
    public List<Listing<?>> listings() {
      return List.of(networks, securityGroups);
    }

    @Override
    public Networks trustedSince(Instant moment) {
      var trust = new Trust(part(), startedAt, moment);
      return new Networks(
          startedAt, trust.in(networks), trust.in(routes), trust.in(securityGroups));
    }
  }

  /** Of RDS. */
  record Databases(
      Instant startedAt,
      Listing<Map<String, DatabaseInstance>> instances,
      Listing<Map<String, SubnetGroup>> subnetGroups,
      Listing<Map<String, ParameterGroup>> parameterGroups,
      Listing<Map<String, DataSnapshot>> snapshots,
      Listing<EngineCatalog> engines)
      implements ServicePicture {

    static Databases unlisted() {
      return new Databases(
          Instant.EPOCH,
          Listing.unlisted(),
          Listing.unlisted(),
          Listing.unlisted(),
          Listing.unlisted(),
          Listing.unlisted());
    }

    @Override
    public Component part() {
      return Component.DATABASE;
    }

    @Override
    public List<Listing<?>> listings() {
      return List.of(instances, subnetGroups, parameterGroups, snapshots, engines);
    }

    @Override
    public Databases trustedSince(Instant moment) {
      var trust = new Trust(part(), startedAt, moment);
      return new Databases(
          startedAt,
          trust.in(instances),
          trust.in(subnetGroups),
          trust.in(parameterGroups),
          trust.in(snapshots),
          trust.in(engines));
    }
  }

  /**
   * Of ElastiCache.
   *
   * @param named the caches that environments named when replication groups were last listed: of
   *     any other that bears no name of ours nothing is known
   */
  record Caches(
      Instant startedAt,
      Listing<Map<String, ReplicationGroup>> groups,
      Set<String> named,
      Listing<Map<String, SubnetGroup>> subnetGroups,
      Listing<Map<String, ParameterGroup>> parameterGroups,
      Listing<Map<String, DataSnapshot>> snapshots)
      implements ServicePicture {

    public Caches {
      named = Set.copyOf(named);
    }

    static Caches unlisted() {
      return new Caches(
          Instant.EPOCH,
          Listing.unlisted(),
          Set.of(),
          Listing.unlisted(),
          Listing.unlisted(),
          Listing.unlisted());
    }

    /** As it is for whoever is concerned with these. */
    Caches asked(Set<String> caches) {
      return this.named.containsAll(caches)
          ? this
          : new Caches(
              startedAt, groups.unanswered(), named, subnetGroups, parameterGroups, snapshots);
    }

    @Override
    public Component part() {
      return Component.CACHE;
    }

    @Override
    public List<Listing<?>> listings() {
      return List.of(groups, subnetGroups, parameterGroups, snapshots);
    }

    @Override
    public Caches trustedSince(Instant moment) {
      var trust = new Trust(part(), startedAt, moment);
      return new Caches(
          startedAt,
          trust.in(groups),
          named,
          trust.in(subnetGroups),
          trust.in(parameterGroups),
          trust.in(snapshots));
    }
  }

  /**
   * Of S3.
   *
   * @param buckets that bear names of ours, by name
   * @param contents what those hold that are to be deleted, by name
   */
  record Buckets(
      Instant startedAt,
      Listing<Map<String, Bucket>> buckets,
      Listing<Map<String, BucketContents>> contents)
      implements ServicePicture {

    static Buckets unlisted() {
      return new Buckets(Instant.EPOCH, Listing.unlisted(), Listing.unlisted());
    }

    @Override
    public Component part() {
      return Component.FILES;
    }

    @Override
    public List<Listing<?>> listings() {
      return List.of(buckets, contents);
    }

    @Override
    public Buckets trustedSince(Instant moment) {
      var trust = new Trust(part(), startedAt, moment);
      return new Buckets(startedAt, trust.in(buckets), trust.in(contents));
    }
  }

  /**
   * Of Parameter Store and Secrets Manager, below the path of the cluster.
   *
   * @param parameters by name
   * @param secrets by name
   */
  record Publications(
      Instant startedAt,
      Listing<Map<String, PublishedParameter>> parameters,
      Listing<Map<String, PublishedSecret>> secrets)
      implements ServicePicture {

    static Publications unlisted() {
      return new Publications(Instant.EPOCH, Listing.unlisted(), Listing.unlisted());
    }

    @Override
    public Component part() {
      return Component.CONFIGURATION;
    }

    @Override
    public List<Listing<?>> listings() {
      return List.of(parameters, secrets);
    }

    @Override
    public Publications trustedSince(Instant moment) {
      var trust = new Trust(part(), startedAt, moment);
      return new Publications(startedAt, trust.in(parameters), trust.in(secrets));
    }
  }

  /**
   * Of ACM.
   *
   * @param certificates that are named, by ARN
   * @param own those for the hosts of environments, by ARN
   * @param zones names of hosted zones, by id
   * @param asked what was asked when they were last read: of any other nothing is known
   */
  record Certificates(
      Instant startedAt,
      Listing<Map<String, Certificate>> certificates,
      Listing<Map<String, OwnCertificate>> own,
      Listing<Map<String, String>> zones,
      CertificateQuestions asked)
      implements ServicePicture {

    static Certificates unlisted() {
      return new Certificates(
          Instant.EPOCH,
          Listing.unlisted(),
          Listing.unlisted(),
          Listing.unlisted(),
          CertificateQuestions.none());
    }

    /** As it is for whoever is concerned with these. */
    Certificates asked(CertificateQuestions questions) {
      return asked.answers(questions)
          ? this
          : new Certificates(
              startedAt, certificates.unanswered(), own.unanswered(), zones.unanswered(), asked);
    }

    @Override
    public Component part() {
      return Component.INGRESS;
    }

    @Override
    public List<Listing<?>> listings() {
      return List.of(certificates, own, zones);
    }

    @Override
    public Certificates trustedSince(Instant moment) {
      var trust = new Trust(part(), startedAt, moment);
      return new Certificates(
          startedAt, trust.in(certificates), trust.in(own), trust.in(zones), asked);
    }
  }
}
