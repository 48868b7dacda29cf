package io.appenv.operator.backend.aws;

import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/**
 * Refuses answers without a request id. The SDK reads a page of a proxy as an answer in which
 * everything is left out, that is as an empty listing, and what is missing from a listing looks as
 * if it did not exist. AWS gives every answer a request id.
 */
final class GenuineAnswers implements ExecutionInterceptor {

  /** What the SDK puts in place of a missing request id. */
  private static final String MISSING = "UNKNOWN";

  /** The SDK knows it in lower case only, which proxies do not always leave it in. */
  private static final String OF_S3 = "x-amz-request-id";

  @Override
  public void afterUnmarshalling(
      Context.AfterUnmarshalling context, ExecutionAttributes attributes) {
    if (context.response() instanceof AwsResponse answer
        && answer.responseMetadata().requestId().equals(MISSING)
        && context.httpResponse().firstMatchingHeader(OF_S3).isEmpty()) {
      throw SdkClientException.create("no answer of AWS", new AnsweredBySomethingElse());
    }
  }
}
