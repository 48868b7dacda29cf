package io.appenv.operator.backend.aws;

import io.appenv.operator.model.Component;
import io.appenv.operator.model.Listed;
import io.appenv.operator.model.PublicationAction.CreateParameter;
import io.appenv.operator.model.PublicationAction.DeleteParameter;
import io.appenv.operator.model.PublicationAction.OfParameter;
import io.appenv.operator.model.PublicationAction.OverwriteParameter;
import io.appenv.operator.model.PublicationAction.TagParameter;
import io.appenv.operator.model.PublishedParameter;
import io.appenv.operator.model.Receipt;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.Parameter;
import software.amazon.awssdk.services.ssm.model.ParameterType;
import software.amazon.awssdk.services.ssm.model.ResourceTypeForTagging;
import software.amazon.awssdk.services.ssm.model.Tag;

/**
 * Parameters that the operator writes. Systems Manager lists them with their values, ten at a time,
 * and tells the tags of one in a call of its own.
 */
final class PublishedParameters {

  /** The most that a page of GetParametersByPath has. */
  private static final int PAGE = 10;

  private static final int READ_AGAIN = 2;

  private final SsmClient reads;
  private final SsmClient writes;
  private final RotatingReads<Map<String, String>> tags;

  PublishedParameters(SsmClient reads, SsmClient writes) {
    this.reads = reads;
    this.writes = writes;
    this.tags = new RotatingReads<>(READ_AGAIN, this::tags);
  }

  /** By name. What is encrypted is none of the operator's, and stays so. */
  Listed<PublishedParameter> below(String path) {
    List<Parameter> found =
        AwsCalls.make(
            AwsCall.listing(Component.CONFIGURATION, "GetParametersByPath", path),
            () ->
                reads
                    .getParametersByPathPaginator(
                        it -> it.path(path).recursive(true).withDecryption(false).maxResults(PAGE))
                    .stream()
                    .flatMap(page -> page.parameters().stream())
                    .toList());
    return tags.of(found.stream().map(Parameter::name).toList())
        .join(found, Parameter::name, Parameter::name, PublishedParameters::parameter);
  }

  private static PublishedParameter parameter(Parameter found, Map<String, String> tags) {
    return new PublishedParameter(found.name(), found.arn(), found.value(), tags);
  }

  private Optional<Map<String, String>> tags(String name) {
    return AwsCalls.makeUnlessGone(
            AwsCall.listing(Component.CONFIGURATION, "ListTagsForResource", name),
            () ->
                reads.listTagsForResource(
                    it -> it.resourceType(ResourceTypeForTagging.PARAMETER).resourceId(name)))
        .map(answer -> answer.tagList().stream().collect(Collectors.toMap(Tag::key, Tag::value)));
  }

  Receipt execute(OfParameter action) {
    try {
      return call(action);
    } finally {
      tags.forget(action.name());
    }
  }

  private Receipt call(OfParameter action) {
    var call = AwsCall.of(action);
    return switch (action) {
      case CreateParameter(var name, var value, var all) ->
          AwsCalls.write(
              call,
              () ->
                  writes.putParameter(
                      it ->
                          it.name(name)
                              .value(value)
                              .type(ParameterType.STRING)
                              .description("Written by appenv-operator; do not change it.")
                              .tags(requested(all))));
      case OverwriteParameter(var name, var value) ->
          AwsCalls.write(
              call,
              () ->
                  writes.putParameter(
                      it -> it.name(name).value(value).type(ParameterType.STRING).overwrite(true)));
      case TagParameter(var name, var missing) ->
          AwsCalls.write(
              call,
              () ->
                  writes.addTagsToResource(
                      it ->
                          it.resourceType(ResourceTypeForTagging.PARAMETER)
                              .resourceId(name)
                              .tags(requested(missing))));
      case DeleteParameter(var name) ->
          AwsCalls.writeUnlessGone(call, () -> writes.deleteParameter(it -> it.name(name)));
    };
  }

  private static List<Tag> requested(Map<String, String> tags) {
    return tags.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(it -> Tag.builder().key(it.getKey()).value(it.getValue()).build())
        .toList();
  }
}
