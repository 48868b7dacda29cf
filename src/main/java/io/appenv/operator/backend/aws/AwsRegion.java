package io.appenv.operator.backend.aws;

import java.time.Clock;
import software.amazon.awssdk.regions.Region;

/** What is kept for one region: clients, and what was read through them one resource at a time. */
record AwsRegion(
    DatabaseListings databases,
    DatabaseCalls databaseCalls,
    EngineOffers engines,
    CacheListings caches,
    CacheCalls cacheCalls,
    NetworkListing network,
    SecurityGroupListing securityGroups,
    SecurityGroupCalls securityGroupCalls,
    CertificateReads certificates,
    CertificateCalls certificateCalls,
    BucketReads buckets,
    BucketCalls bucketCalls,
    MetricReader metrics,
    ConfigurationReads configuration,
    PublishedParameters publishedParameters,
    PublishedSecrets publishedSecrets) {

  static AwsRegion open(String name, ClientFactory clients) {
    var region = Region.of(name);
    var rds = clients.rds(region, CallPolicy.reads());
    var elastiCache = clients.elastiCache(region, CallPolicy.reads());
    var ec2 = clients.ec2(region, CallPolicy.reads());
    var databaseDetails = DatabaseDetails.read(rds);
    var cacheTags = CacheTagReader.tags(elastiCache);
    var policy = new BucketPolicy(region.metadata().partition().id());
    var buckets = new BucketReads(clients.s3(region, CallPolicy.reads()), name, policy);
    var records = new RecordReads(clients.route53(CallPolicy.reads()));
    return new AwsRegion(
        new DatabaseListings(rds, databaseDetails),
        new DatabaseCalls(clients.rds(region, CallPolicy.writes()), databaseDetails),
        new EngineOffers(rds),
        new CacheListings(elastiCache, cacheTags),
        new CacheCalls(clients.elastiCache(region, CallPolicy.writes()), cacheTags),
        new NetworkListing(ec2),
        new SecurityGroupListing(ec2),
        new SecurityGroupCalls(clients.ec2(region, CallPolicy.writes())),
        new CertificateReads(clients.acm(region, CallPolicy.reads()), records),
        new CertificateCalls(
            clients.acm(region, CallPolicy.writes()),
            clients.route53(CallPolicy.writes()),
            records),
        buckets,
        new BucketCalls(clients.s3(region, CallPolicy.writes()), region, policy, buckets),
        new MetricReader(clients.cloudWatch(region)),
        new ConfigurationReads(
            new ParameterValues(clients.ssm(region, CallPolicy.reads())),
            new SecretValues(clients.secretsManager(region, CallPolicy.reads()))),
        new PublishedParameters(
            clients.ssm(region, CallPolicy.reads()), clients.ssm(region, CallPolicy.writes())),
        new PublishedSecrets(
            clients.secretsManager(region, CallPolicy.reads()),
            clients.secretsManager(region, CallPolicy.writes()),
            Clock.systemUTC()));
  }
}
