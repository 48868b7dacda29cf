package io.appenv.operator.backend.aws;

import io.appenv.operator.configuration.Answer;
import io.appenv.operator.model.Component;
import io.appenv.operator.model.Failure;
import io.appenv.operator.model.FailureException;
import io.appenv.operator.model.Reason;
import io.appenv.operator.model.SecretText;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.Parameter;

/** Reads values of Parameter Store. */
final class ParameterValues {

  /** The most that GetParameters takes, and that a page of GetParametersByPath has. */
  static final int BATCH = 10;

  private final SsmClient ssm;

  ParameterValues(SsmClient ssm) {
    this.ssm = ssm;
  }

  /** An answer for each name. */
  Map<String, Answer> named(Set<String> names) {
    var answers = new HashMap<String, Answer>();
    Batches.of(names, BATCH).forEach(batch -> answers.putAll(batch(batch)));
    return answers;
  }

  /** One that may not be read makes AWS refuse the whole call: then each is asked for alone. */
  private Map<String, Answer> batch(List<String> names) {
    try {
      return ask(names);
    } catch (FailureException refused) {
      if (names.size() == 1 || isPassing(refused.failure())) {
        return all(names, new Answer.Refused(refused.failure()));
      }
      var answers = new HashMap<String, Answer>();
      names.forEach(name -> answers.putAll(batch(List.of(name))));
      return answers;
    }
  }

  /** Every other name would get the same answer now. */
  private static boolean isPassing(Failure failure) {
    return failure.reason() == Reason.THROTTLED
        || failure.reason() == Reason.UNREACHABLE
        || failure.reason() == Reason.UPSTREAM_ERROR;
  }

  private Map<String, Answer> ask(List<String> names) {
    var subject = names.size() == 1 ? names.getFirst() : names.size() + " parameters";
    var found =
        AwsCalls.make(
            AwsCall.listing(Component.CONFIGURATION, "GetParameters", subject),
            () -> ssm.getParameters(it -> it.names(names).withDecryption(true)).parameters());
    var answers = all(names, new Answer.Absent());
    found.forEach(it -> answers.put(it.name(), new Answer.Text(new SecretText(it.value()))));
    return answers;
  }

  private static Map<String, Answer> all(Collection<String> names, Answer answer) {
    var answers = new HashMap<String, Answer>();
    names.forEach(name -> answers.put(name, answer));
    return answers;
  }

  /**
   * The parameters directly below a path.
   *
   * @param path without a slash at its end
   */
  Answer below(String path) {
    try {
      var values = new TreeMap<String, SecretText>();
      AwsCalls.make(
          AwsCall.listing(Component.CONFIGURATION, "GetParametersByPath", path),
          () -> {
            ssm
                .getParametersByPathPaginator(
                    it -> it.path(path).recursive(false).withDecryption(true).maxResults(BATCH))
                .stream()
                .flatMap(page -> page.parameters().stream())
                .forEach(it -> values.put(lastName(it), new SecretText(it.value())));
            return values;
          });
      return new Answer.Texts(values);
    } catch (FailureException refused) {
      return new Answer.Refused(refused.failure());
    }
  }

  private static String lastName(Parameter parameter) {
    return parameter.name().substring(parameter.name().lastIndexOf('/') + 1);
  }
}
