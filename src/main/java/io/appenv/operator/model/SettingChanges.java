package io.appenv.operator.model;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The changes of one thing, of which those of one timing travel in one call. */
public record SettingChanges<S>(List<SettingChange<S>> all) {

  public SettingChanges {
    all = List.copyOf(all);
  }

  @SafeVarargs
  public static <S> SettingChanges<S> of(Optional<SettingChange<S>>... candidates) {
    return new SettingChanges<>(Stream.of(candidates).flatMap(Optional::stream).toList());
  }

  public SettingChanges<S> and(SettingChanges<S> others) {
    return new SettingChanges<>(Stream.concat(all.stream(), others.all.stream()).toList());
  }

  /** Those that run at this time. */
  public SettingChanges<S> at(Timing timing) {
    return filter(it -> it.difference().timing() == timing);
  }

  /** Those none of whose settings is such a one. */
  public SettingChanges<S> without(Predicate<S> setting) {
    return filter(it -> it.settings().stream().noneMatch(setting));
  }

  /** Those of none of these fields. */
  public SettingChanges<S> leaving(Set<String> names) {
    return filter(it -> !names.contains(it.difference().name()));
  }

  /** Those of these fields. */
  public SettingChanges<S> only(Set<String> names) {
    return filter(it -> names.contains(it.difference().name()));
  }

  private SettingChanges<S> filter(Predicate<SettingChange<S>> wanted) {
    return new SettingChanges<>(all.stream().filter(wanted).toList());
  }

  public boolean isEmpty() {
    return all.isEmpty();
  }

  /** Whether some of them need such a setting. */
  public boolean contain(Predicate<S> setting) {
    return settings().stream().anyMatch(setting);
  }

  /** What is sent, each setting once. */
  public List<S> settings() {
    return all.stream().flatMap(it -> it.settings().stream()).distinct().toList();
  }

  public List<Difference<?>> differences() {
    return all.stream().<Difference<?>>map(SettingChange::difference).toList();
  }

  /** The names of their fields. */
  public List<String> names() {
    return all.stream().map(it -> it.difference().name()).toList();
  }

  public String reason() {
    return all.stream().map(it -> it.difference().reason()).collect(Collectors.joining(", "));
  }

  /** The hardest of them: a call is as disruptive as its most disruptive part. */
  public ChangeClass changeClass() {
    return all.stream()
        .<ChangeClass>map(it -> it.difference().changeClass())
        .max(Comparator.naturalOrder())
        .orElse(ChangeClass.IN_PLACE);
  }

  /** The longest of them. */
  public Interruption interruption() {
    return all.stream()
        .<Interruption>map(it -> it.difference().interruption())
        .max(Comparator.naturalOrder())
        .orElse(Interruption.NONE);
  }
}
