package io.appenv.operator.model;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What was seen below the path of an environment.
 *
 * @param parameters by name
 * @param secrets by name
 * @param untold names of those of which it is not known whose they are
 */
public record ObservedPublication(
    Sighting<Map<String, PublishedParameter>> parameters,
    Sighting<Map<String, PublishedSecret>> secrets,
    Set<String> untold) {

  public ObservedPublication {
    untold = Set.copyOf(untold);
  }

  public static ObservedPublication unseen() {
    return new ObservedPublication(Sighting.unseen(), Sighting.unseen(), Set.of());
  }

  static ObservedPublication of(Desired desired, RegionSnapshot region) {
    return desired
        .publication()
        .map(it -> of(it, region.publications()))
        .orElseGet(ObservedPublication::unseen);
  }

  private static ObservedPublication of(
      DesiredPublication desired, ServicePicture.Publications seen) {
    return new ObservedPublication(
        below(seen.parameters(), desired.path()),
        below(seen.secrets(), desired.secretPath()),
        seen.parameters().complete().stream()
            .flatMap(it -> it.refused().keySet().stream())
            .filter(it -> it.startsWith(desired.path()))
            .collect(Collectors.toUnmodifiableSet()));
  }

  private static <T> Sighting<Map<String, T>> below(Listing<Map<String, T>> listing, String path) {
    return listing
        .complete()
        .map(
            all ->
                Sighting.present(
                    all.value().entrySet().stream()
                        .filter(it -> it.getKey().startsWith(path))
                        .collect(
                            Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue))))
        .orElseGet(Sighting::unseen);
  }

  /** One of these by its name. */
  public static <T> Sighting<T> look(Sighting<Map<String, T>> all, String name) {
    return all.found()
        .map(it -> it.containsKey(name) ? Sighting.present(it.get(name)) : Sighting.<T>absent())
        .orElseGet(Sighting::unseen);
  }
}
