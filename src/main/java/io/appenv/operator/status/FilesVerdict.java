package io.appenv.operator.status;

import io.appenv.operator.model.Bucket;
import io.appenv.operator.model.Component;
import io.appenv.operator.model.Desired;
import io.appenv.operator.model.DesiredFiles;
import io.appenv.operator.model.Reason;
import io.appenv.operator.model.Sighting;
import io.appenv.operator.status.Verdict.Weight;

/** Whether the bucket is there and kept as it is declared. */
final class FilesVerdict {

  private FilesVerdict() {}

  static Verdict of(StatusInput input) {
    var leading = Verdict.leading(input.failuresOf(Component.FILES));
    var bucket = input.observed().files().bucket();
    if (leading.isPresent()) {
      return Verdict.of(leading.get(), !(bucket instanceof Sighting.Unseen<Bucket>));
    }
    if (input.deleting()) {
      return deleting(input);
    }
    return input
        .desired()
        .flatMap(Desired::files)
        .map(files -> declared(files, input))
        .orElseGet(
            () -> Verdict.unknown(Reason.OBSERVING, "It is looked at once the spec is resolved."));
  }

  private static Verdict deleting(StatusInput input) {
    return Verdict.no(
        Reason.DELETING,
        input.actionsOf(Component.FILES).stream()
            .findFirst()
            .map(HeldVerdict::text)
            .orElse("It is deleted where it is empty, and stays where it is not."),
        Weight.UNDER_WAY);
  }

  private static Verdict declared(DesiredFiles files, StatusInput input) {
    var actions = input.actionsOf(Component.FILES);
    if (!actions.isEmpty()) {
      return PlannedVerdict.of(input, actions);
    }
    return switch (input.observed().files().bucket()) {
      case Sighting.Unseen<Bucket> _ ->
          Verdict.unknown(Reason.OBSERVING, "The bucket has not been looked at yet.");
      case Sighting.Absent<Bucket> _ ->
          Verdict.no(Reason.CREATING, "The bucket is being made.", Weight.UNDER_WAY);
      case Sighting.Present<Bucket> _ ->
          Verdict.yes(
              Reason.AVAILABLE,
              "Bucket %s takes files%s."
                  .formatted(files.bucket(), PlannedVerdict.kept(input, Component.FILES)));
    };
  }
}
