package io.appenv.operator.aggregation;

import io.fabric8.kubernetes.api.model.authorization.v1.NonResourceAttributesBuilder;
import io.fabric8.kubernetes.api.model.authorization.v1.ResourceAttributes;
import io.fabric8.kubernetes.api.model.authorization.v1.ResourceAttributesBuilder;
import io.fabric8.kubernetes.api.model.authorization.v1.SubjectAccessReview;
import io.fabric8.kubernetes.api.model.authorization.v1.SubjectAccessReviewBuilder;
import io.fabric8.kubernetes.api.model.authorization.v1.SubjectAccessReviewSpec;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** Whether a caller may make a request, as the API server's own rules say. */
final class Authorization {

  private static final Duration VALIDITY = Duration.ofSeconds(10);

  private record Question(Caller caller, ApiPath path) {}

  private final KubernetesClient client;
  private final Remembered<Question, Boolean> answers;

  Authorization(KubernetesClient client, InstantSource clock) {
    this.client = client;
    this.answers = new Remembered<>(VALIDITY, clock);
  }

  /** Throws when the API server does not answer. */
  boolean allows(Caller caller, ApiPath path) {
    return answers.get(new Question(caller, path), this::ask);
  }

  private boolean ask(Question question) {
    var review =
        client
            .authorization()
            .v1()
            .subjectAccessReview()
            .create(review(question.caller(), question.path()));
    return Optional.ofNullable(review)
        .map(SubjectAccessReview::getStatus)
        .filter(status -> Boolean.TRUE.equals(status.getAllowed()))
        .filter(status -> !Boolean.TRUE.equals(status.getDenied()))
        .isPresent();
  }

  private static SubjectAccessReview review(Caller caller, ApiPath path) {
    var spec = new SubjectAccessReviewSpec();
    spec.setUser(caller.name());
    spec.setUid(caller.uid());
    spec.setGroups(caller.groups());
    spec.setExtra(caller.extra());
    switch (path) {
      case ApiPath.Metric metric -> spec.setResourceAttributes(attributes(metric));
      case ApiPath.Groups _, ApiPath.Group _, ApiPath.Resources _, ApiPath.Other _ ->
          spec.setNonResourceAttributes(
              new NonResourceAttributesBuilder().withVerb("get").withPath(path.text()).build());
    }
    return new SubjectAccessReviewBuilder().withSpec(spec).build();
  }

  /** A path without an object at its end is a list, as the API server reads paths. */
  private static ResourceAttributes attributes(ApiPath.Metric metric) {
    return new ResourceAttributesBuilder()
        .withVerb("list")
        .withGroup(ApiPath.GROUP)
        .withVersion(ApiPath.VERSION)
        .withResource(metric.name())
        .withNamespace(metric.namespace())
        .build();
  }
}
