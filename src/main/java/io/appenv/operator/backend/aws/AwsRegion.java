package io.appenv.operator.backend.aws;

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
    MetricReader metrics) {

  static AwsRegion open(String name, ClientFactory clients) {
    var region = Region.of(name);
    var rds = clients.rds(region, CallPolicy.reads());
    var elastiCache = clients.elastiCache(region, CallPolicy.reads());
    var ec2 = clients.ec2(region, CallPolicy.reads());
    var databaseDetails = DatabaseDetails.read(rds);
    var cacheTags = CacheTagReader.tags(elastiCache);
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
        new MetricReader(clients.cloudWatch(region)));
  }
}
