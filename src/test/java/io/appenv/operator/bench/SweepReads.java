package io.appenv.operator.bench;

import io.appenv.operator.sandbox.wire.Call;
import io.appenv.operator.sandbox.wire.Recording;
import io.appenv.operator.sandbox.wire.Wire;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many reads one look at a service's whole region takes.
 *
 * @param sweeps how many looks were seen
 * @param most reads of the largest of them
 */
record SweepReads(int sweeps, long most) {

  /** The listing that every look at a service contains once, apart from its further pages. */
  private static final Map<String, String> LISTINGS =
      Map.of(
          "rds", "DescribeDBInstances",
          "elasticache", "DescribeReplicationGroups",
          "ec2", "DescribeVpcs");

  /** By service. */
  static Map<String, SweepReads> of(List<Recording.Entry> entries) {
    var sizes = new TreeMap<String, List<Long>>();
    entries.stream()
        .map(Recording.Entry::call)
        .filter(call -> call.wire() == Wire.AWS && !call.isWrite())
        .forEach(call -> add(call, sizes.computeIfAbsent(call.service(), _ -> new ArrayList<>())));
    var reads = new TreeMap<String, SweepReads>();
    sizes.forEach(
        (service, each) -> reads.put(service, new SweepReads(each.size(), Collections.max(each))));
    return reads;
  }

  private static void add(Call call, List<Long> sizes) {
    if (sizes.isEmpty() || isFirstPage(call)) {
      sizes.add(1L);
    } else {
      sizes.set(sizes.size() - 1, sizes.getLast() + 1);
    }
  }

  private static boolean isFirstPage(Call call) {
    return call.operation().equals(LISTINGS.get(call.service()))
        && !call.parameters().containsKey("Marker")
        && !call.parameters().containsKey("NextToken");
  }
}
