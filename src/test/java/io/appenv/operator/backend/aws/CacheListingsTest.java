package io.appenv.operator.backend.aws;

import static io.appenv.operator.backend.aws.ScriptedService.error;
import static io.appenv.operator.backend.aws.ScriptedService.result;
import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.backend.aws.ScriptedService.Answer;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;

/** When the nodes of caches are listed too, which takes most of the calls. */
class CacheListingsTest {

  private static final String REGION = "ap-northeast-1";
  private static final Pattern ACTION = Pattern.compile("Action=([A-Za-z]+)");

  @Test
  void nodesAreListedWhenThatIsDue() {
    try (var service =
        new ScriptedService(
            groups("available", "a-001"),
            nodes("7.1.0", "a-001"),
            tags(),
            groups("available", "a-001"),
            tags(),
            groups("available", "a-001"),
            nodes("7.1.1", "a-001"),
            tags())) {
      var listings = listings(service);
      assertThat(version(listings, true)).isEqualTo("7.1.0");
      assertThat(version(listings, false)).isEqualTo("7.1.0");
      assertThat(version(listings, true)).isEqualTo("7.1.1");
      assertThat(nodeListings(service)).isEqualTo(2);
    }
  }

  @Test
  void nodesAreListedWhileAGroupChangesOrHasOthers() {
    try (var service =
        new ScriptedService(
            groups("available", "a-001"),
            nodes("7.1.0", "a-001"),
            tags(),
            groups("modifying", "a-001"),
            nodes("7.1.0", "a-001"),
            tags(),
            groups("available", "a-002"),
            nodes("7.1.1", "a-002"),
            tags())) {
      var listings = listings(service);
      version(listings, true);
      version(listings, false);
      assertThat(version(listings, false)).isEqualTo("7.1.1");
      assertThat(nodeListings(service)).isEqualTo(3);
    }
  }

  @Test
  void ofTheGroupsOfOthersOnlyThoseThatAreNamedAreRead() {
    try (var service =
        new ScriptedService(foreign("shop-cache", "other-cache"), nodes(), tags("team", "shop"))) {
      var seen = listings(service).groups(REGION, Set.of("shop-cache"), true).found();

      assertThat(seen.keySet()).containsExactly("shop-cache");
      assertThat(Objects.requireNonNull(seen.get("shop-cache")).tags())
          .containsExactly(Map.entry("team", "shop"));
      assertThat(service.requests()).hasSize(3);
      assertThat(service.requests().getLast()).contains("shop-cache");
    }
  }

  @Test
  void nobodyIsBlindedByAnotherNamingWhatMayNotBeRead() {
    try (var service =
        new ScriptedService(foreign("shop-cache"), nodes(), error(403, "AccessDenied"))) {
      var listed = listings(service).groups(REGION, Set.of("shop-cache"), true);
      var seen = listed.found();

      assertThat(Objects.requireNonNull(seen.get("shop-cache")).tags()).isEmpty();
      assertThat(listed.refused()).isEmpty();
    }
  }

  @Test
  void subnetGroupsOfOthersAreSeenWithoutTheirTags() {
    try (var service =
        new ScriptedService(
            result(
                "DescribeCacheSubnetGroups",
                "<CacheSubnetGroups><CacheSubnetGroup><CacheSubnetGroupName>shop"
                    + "</CacheSubnetGroupName><ARN>arn:shop</ARN><VpcId>vpc-1</VpcId>"
                    + "</CacheSubnetGroup></CacheSubnetGroups>"))) {
      var seen = listings(service).subnetGroups(REGION).found();

      assertThat(Objects.requireNonNull(seen.get("shop")).vpcId()).isEqualTo("vpc-1");
      assertThat(service.requests()).hasSize(1);
    }
  }

  private static String version(CacheListings listings, boolean thorough) {
    var group = listings.groups(REGION, Set.of(), thorough).found().get("appenv-1");
    return Objects.requireNonNull(group).engineVersion();
  }

  private static long nodeListings(ScriptedService service) {
    return service.requests().stream()
        .flatMap(body -> ACTION.matcher(body).results())
        .filter(found -> found.group(1).equals("DescribeCacheClusters"))
        .count();
  }

  private static Answer groups(String status, String node) {
    return result(
        "DescribeReplicationGroups",
        ("<ReplicationGroups><ReplicationGroup><ReplicationGroupId>appenv-1</ReplicationGroupId>"
                + "<ARN>arn:1</ARN><Status>%s</Status><MemberClusters><ClusterId>%s</ClusterId>"
                + "</MemberClusters></ReplicationGroup></ReplicationGroups>")
            .formatted(status, node));
  }

  private static Answer nodes(String version, String node) {
    return result(
        "DescribeCacheClusters",
        ("<CacheClusters><CacheCluster><CacheClusterId>%s</CacheClusterId>"
                + "<ReplicationGroupId>appenv-1</ReplicationGroupId><EngineVersion>%s"
                + "</EngineVersion></CacheCluster></CacheClusters>")
            .formatted(node, version));
  }

  private static Answer foreign(String... names) {
    return result(
        "DescribeReplicationGroups",
        Stream.of(names)
            .map(
                name ->
                    ("<ReplicationGroup><ReplicationGroupId>%1$s</ReplicationGroupId>"
                            + "<ARN>arn:%1$s</ARN><Status>available</Status></ReplicationGroup>")
                        .formatted(name))
            .collect(Collectors.joining("", "<ReplicationGroups>", "</ReplicationGroups>")));
  }

  private static Answer nodes() {
    return result("DescribeCacheClusters", "<CacheClusters/>");
  }

  private static Answer tags(String key, String value) {
    return result(
        "ListTagsForResource",
        "<TagList><Tag><Key>%s</Key><Value>%s</Value></Tag></TagList>".formatted(key, value));
  }

  private static Answer tags() {
    return result("ListTagsForResource", "<TagList/>");
  }

  private static CacheListings listings(ScriptedService service) {
    var credentials = StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret"));
    var client =
        ElastiCacheClient.builder()
            .region(Region.of(REGION))
            .credentialsProvider(credentials)
            .endpointOverride(service.uri())
            .build();
    return new CacheListings(client, CacheTagReader.tags(client));
  }
}
