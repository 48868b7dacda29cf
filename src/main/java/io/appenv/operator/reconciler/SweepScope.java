package io.appenv.operator.reconciler;

import io.appenv.operator.model.CertificateQuestions;
import io.appenv.operator.model.Component;
import io.appenv.operator.model.Desired;
import io.appenv.operator.model.DesiredFiles;
import io.appenv.operator.model.EngineQuestions;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * What one sweep lists. What nobody needs is not listed at all; what hardly ever changes is taken
 * over from the sweep before while every environment is settled.
 *
 * @param engines what is asked about the engines that RDS offers
 * @param caches of whatever name, which are read beside those that may be ours
 * @param certificates what is asked about certificates
 * @param emptied buckets that go when they are empty
 * @param groups lists groups and networks anew
 * @param thorough asks again what was answered before
 */
record SweepScope(
    Set<Component> parts,
    Set<Component> snapshots,
    EngineQuestions engines,
    Set<String> caches,
    CertificateQuestions certificates,
    Set<String> emptied,
    boolean groups,
    boolean thorough) {

  SweepScope {
    parts = Set.copyOf(parts);
    snapshots = Set.copyOf(snapshots);
    caches = Set.copyOf(caches);
    emptied = Set.copyOf(emptied);
  }

  /**
   * @param thorough it is time to look again at what hardly ever changes
   */
  static SweepScope of(Collection<Interest> interests, boolean thorough) {
    var snapshots = EnumSet.noneOf(Component.class);
    var engines = EngineQuestions.none();
    var caches = new TreeSet<String>();
    var certificates = CertificateQuestions.none();
    var emptied = new TreeSet<String>();
    for (var interest : interests) {
      caches.addAll(interest.needs().caches());
      certificates = certificates.and(interest.needs().certificates());
      engines = engines.and(interest.needs().engines());
      if (!interest.settled() || !interest.needs().engines().isEmpty()) {
        snapshots.addAll(interest.needs().snapshots());
      }
      if (interest.needs().snapshots().contains(Component.FILES)) {
        interest
            .desired()
            .flatMap(Desired::files)
            .map(DesiredFiles::bucket)
            .ifPresent(emptied::add);
      }
    }
    var unsettled = interests.stream().anyMatch(interest -> !interest.settled());
    return new SweepScope(
        parts(interests),
        snapshots,
        engines,
        caches,
        certificates,
        emptied,
        thorough || unsettled,
        thorough);
  }

  /** Whatever somebody needs. */
  static Set<Component> parts(Collection<Interest> interests) {
    var parts = EnumSet.noneOf(Component.class);
    interests.forEach(interest -> parts.addAll(interest.needs().parts()));
    return parts;
  }
}
