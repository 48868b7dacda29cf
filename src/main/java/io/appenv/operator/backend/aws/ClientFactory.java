package io.appenv.operator.backend.aws;

import java.time.Duration;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.metrics.MetricPublisher;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.acm.AcmClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.RdsClientBuilder;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.ssm.SsmClient;

/**
 * Makes the clients of a region. They share connections and credentials. The SDK itself reads the
 * endpoint from its standard variables.
 */
final class ClientFactory implements AutoCloseable {

  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration READ = Duration.ofSeconds(20);

  private final AwsCredentialsProvider credentials;
  private final List<MetricPublisher> publishers;
  private final SdkHttpClient http =
      UrlConnectionHttpClient.builder().connectionTimeout(CONNECT).socketTimeout(READ).build();

  ClientFactory(AwsCredentialsProvider credentials) {
    this(credentials, List.of());
  }

  /**
   * @param publishers are told of every call
   */
  ClientFactory(AwsCredentialsProvider credentials, List<MetricPublisher> publishers) {
    this.credentials = new TypedCredentials(credentials);
    this.publishers = List.copyOf(publishers);
  }

  RdsClient rds(Region region, ClientOverrideConfiguration policy) {
    return rdsBuilder(region, policy).build();
  }

  RdsClientBuilder rdsBuilder(Region region, ClientOverrideConfiguration policy) {
    return configure(RdsClient.builder(), region, policy);
  }

  ElastiCacheClient elastiCache(Region region, ClientOverrideConfiguration policy) {
    return configure(ElastiCacheClient.builder(), region, policy).build();
  }

  Ec2Client ec2(Region region, ClientOverrideConfiguration policy) {
    return configure(Ec2Client.builder(), region, policy).build();
  }

  AcmClient acm(Region region, ClientOverrideConfiguration policy) {
    return configure(AcmClient.builder(), region, policy).build();
  }

  S3Client s3(Region region, ClientOverrideConfiguration policy) {
    return s3Builder(region, policy).build();
  }

  S3ClientBuilder s3Builder(Region region, ClientOverrideConfiguration policy) {
    return configure(S3Client.builder(), region, policy);
  }

  /** Route 53 is the same in every region. */
  Route53Client route53(ClientOverrideConfiguration policy) {
    return configure(Route53Client.builder(), Region.AWS_GLOBAL, policy).build();
  }

  CloudWatchClient cloudWatch(Region region) {
    return configure(CloudWatchClient.builder(), region, CallPolicy.reads()).build();
  }

  SsmClient ssm(Region region, ClientOverrideConfiguration policy) {
    return configure(SsmClient.builder(), region, policy).build();
  }

  SecretsManagerClient secretsManager(Region region, ClientOverrideConfiguration policy) {
    return configure(SecretsManagerClient.builder(), region, policy).build();
  }

  private <B extends AwsSyncClientBuilder<B, ?> & AwsClientBuilder<B, ?>> B configure(
      B builder, Region region, ClientOverrideConfiguration policy) {
    return builder
        .region(region)
        .credentialsProvider(credentials)
        .overrideConfiguration(policy.toBuilder().metricPublishers(publishers).build())
        .httpClient(http);
  }

  @Override
  public void close() {
    http.close();
  }
}
