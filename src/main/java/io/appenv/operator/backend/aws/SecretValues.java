package io.appenv.operator.backend.aws;

import io.appenv.operator.configuration.Answer;
import io.appenv.operator.model.Component;
import io.appenv.operator.model.FailureException;
import io.appenv.operator.model.SecretText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.APIErrorType;
import software.amazon.awssdk.services.secretsmanager.model.SecretValueEntry;

/** Reads current values of Secrets Manager. */
final class SecretValues {

  /** The most that BatchGetSecretValue takes. */
  static final int BATCH = 20;

  private static final int BAD_REQUEST = 400;

  private final SecretsManagerClient secrets;

  SecretValues(SecretsManagerClient secrets) {
    this.secrets = secrets;
  }

  /** An answer for each name. */
  Map<String, Answer> named(Set<String> names) {
    var answers = new HashMap<String, Answer>();
    Batches.of(names, BATCH).forEach(batch -> answers.putAll(batch(batch)));
    return answers;
  }

  /** What one of them is refused for is told beside the values of the others. */
  private Map<String, Answer> batch(List<String> names) {
    var answers = new HashMap<String, Answer>();
    try {
      AwsCalls.make(
          AwsCall.listing(
              Component.CONFIGURATION, "BatchGetSecretValue", names.size() + " secrets"),
          () -> {
            addPages(names, answers);
            return answers;
          });
    } catch (FailureException refused) {
      names.forEach(name -> answers.putIfAbsent(name, new Answer.Refused(refused.failure())));
    }
    names.forEach(name -> answers.putIfAbsent(name, new Answer.Absent()));
    return answers;
  }

  private void addPages(List<String> names, Map<String, Answer> answers) {
    for (var page : secrets.batchGetSecretValuePaginator(it -> it.secretIdList(names))) {
      page.secretValues().forEach(it -> answers.put(it.name(), text(it)));
      page.errors().forEach(it -> answers.put(it.secretId(), refusal(it)));
    }
  }

  private static Answer text(SecretValueEntry secret) {
    return secret.secretString() == null
        ? new Answer.Binary()
        : new Answer.Text(new SecretText(secret.secretString()));
  }

  private static Answer refusal(APIErrorType error) {
    var answer = new AwsAnswer(error.errorCode(), BAD_REQUEST, "", error.message());
    var kind = ErrorCodes.kind(answer.code(), answer.status());
    var call = AwsCall.listing(Component.CONFIGURATION, "BatchGetSecretValue", error.secretId());
    return kind == ErrorKind.NOT_FOUND
        ? new Answer.Absent()
        : new Answer.Refused(FailureSentences.of(call, kind, answer));
  }
}
