package io.appenv.operator.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.model.NetworkFinding;
import io.appenv.operator.model.Reason;
import io.appenv.operator.model.RouteTable.Route;
import io.appenv.operator.model.SubnetRole;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever a network looks like, what is said of it is the same twice, and has a cause. */
class NetworkReviewPropertiesTest {

  private static final List<Map<String, String>> TAGS =
      List.of(
          Map.of(),
          Map.of(SubnetRole.PRIVATE.tag(), "1"),
          Map.of(SubnetRole.PRIVATE.tag(), "no"),
          Map.of(SubnetRole.PUBLIC.tag(), ""));

  /** One subnet, and the default route of a table of its own; without one the main table counts. */
  record Piece(String zone, Map<String, String> tags, String target, boolean gone) {}

  @Provide
  Arbitrary<List<Piece>> pieces() {
    return Combinators.combine(
            Arbitraries.of("a", "c", "d"),
            Arbitraries.of(TAGS),
            Arbitraries.of("", "nat-1", "igw-1", "tgw-1"),
            Arbitraries.of(true, false))
        .as(Piece::new)
        .list()
        .ofMaxSize(7);
  }

  @Property
  void theOrderInWhichAwsListsDoesNotMatter(
      @ForAll("pieces") List<Piece> pieces, @ForAll boolean loadBalanced, @ForAll Random random) {
    var network = network(pieces, loadBalanced);
    var told = network.review();

    Collections.shuffle(network.subnets, random);
    Collections.shuffle(network.tables, random);

    assertThat(network.review()).isEqualTo(told);
  }

  /** Asked from the other side: which subnets have a route that is amiss, one by one. */
  @Property
  void aSubnetIsNamedWhereItsRouteIsAmissAndNowhereElse(@ForAll("pieces") List<Piece> pieces) {
    var network = network(pieces, false);
    var named = new TreeSet<String>();
    network.review().stream()
        .filter(it -> isOfRoutes(it))
        .forEach(
            it ->
                IntStream.range(0, pieces.size())
                    .mapToObj(NetworkReviewPropertiesTest::id)
                    .filter(id -> it.message().contains(id))
                    .forEach(named::add));

    var expected = new TreeSet<String>();
    IntStream.range(0, pieces.size())
        .filter(number -> isAmiss(pieces.get(number)))
        .mapToObj(NetworkReviewPropertiesTest::id)
        .forEach(expected::add);
    // Of many with one cause five are named.
    assertThat(expected).containsAll(named);
    assertThat(named.size()).isGreaterThanOrEqualTo(Math.min(expected.size(), 5));
  }

  private static boolean isAmiss(Piece piece) {
    var isPrivate = TAGS.get(1).equals(piece.tags());
    return isPrivate
        && (piece.target().isEmpty() || piece.gone() || piece.target().equals("igw-1"));
  }

  private static boolean isOfRoutes(NetworkFinding finding) {
    return Set.of(Reason.ROUTE_MISSING, Reason.PUBLIC_SUBNETS).contains(finding.reason());
  }

  @Property
  void everyFindingIsOneSentence(
      @ForAll("pieces") List<Piece> pieces, @ForAll boolean loadBalanced) {
    assertThat(network(pieces, loadBalanced).review())
        .allSatisfy(it -> assertThat(it.message()).endsWith(".").contains("; "));
  }

  private static ExampleNetwork network(List<Piece> pieces, boolean loadBalanced) {
    var network = new ExampleNetwork();
    network.loadBalanced = loadBalanced;
    network.table("main", true, Set.of(), ExampleNetwork.LOCAL);
    for (var number = 0; number < pieces.size(); number++) {
      var piece = pieces.get(number);
      network.subnet(id(number), piece.zone(), piece.tags());
      if (!piece.target().isEmpty()) {
        var route = new Route("0.0.0.0/0", piece.target(), piece.gone());
        network.table("rtb-" + number, false, Set.of(id(number)), ExampleNetwork.LOCAL, route);
      }
    }
    return network;
  }

  private static String id(int number) {
    return "subnet-" + number;
  }
}
