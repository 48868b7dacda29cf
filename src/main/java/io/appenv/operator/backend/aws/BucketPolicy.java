package io.appenv.operator.backend.aws;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.appenv.operator.model.BucketSetting;
import io.appenv.operator.model.Fingerprint;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * The policy of a bucket: whatever does not come through TLS is refused, whoever asks.
 *
 * @param partition of AWS, such as aws, which ARNs begin with
 */
record BucketPolicy(String partition) {

  private static final ObjectMapper JSON = new ObjectMapper();

  String arn(String bucket) {
    return "arn:%s:s3:::%s".formatted(partition, bucket);
  }

  String tlsOnly(String bucket) {
    return """
        {"Version": "2012-10-17", "Statement": [{"Sid": "TlsOnly", "Effect": "Deny", \
        "Principal": "*", "Action": "s3:*", "Resource": ["%1$s", "%1$s/*"], \
        "Condition": {"Bool": {"aws:SecureTransport": "false"}}}]}"""
        .formatted(arn(bucket));
  }

  /**
   * @param document empty of a bucket without any
   */
  BucketSetting read(String bucket, Optional<String> document) {
    return document
        .map(it -> isTlsOnly(bucket, it) ? BucketSetting.Policy.tlsOnly() : other(it))
        .orElseGet(() -> new BucketSetting.Policy(Optional.of(BucketSetting.Policy.NONE)));
  }

  private static BucketSetting.Policy other(String document) {
    return new BucketSetting.Policy(Optional.of(Fingerprint.of(document)));
  }

  private boolean isTlsOnly(String bucket, String document) {
    return meaning(document).equals(meaning(tlsOnly(bucket)));
  }

  private static String meaning(String document) {
    try {
      return meaning(JSON.readTree(document));
    } catch (JacksonException unreadable) {
      return "";
    }
  }

  /** Order means nothing in a policy, and a list of one is the same as that one. */
  private static String meaning(JsonNode node) {
    if (node.isObject()) {
      var fields = new TreeMap<String, String>();
      node.properties().forEach(field -> fields.put(field.getKey(), meaning(field.getValue())));
      return fields.toString();
    }
    return node.isArray()
        ? StreamSupport.stream(node.spliterator(), false)
            .map(BucketPolicy::meaning)
            .sorted()
            .collect(Collectors.joining(","))
        : node.asText();
  }
}
